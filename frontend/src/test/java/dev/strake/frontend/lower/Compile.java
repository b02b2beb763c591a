package dev.strake.frontend.lower;

import dev.strake.frontend.CompileResult;
import dev.strake.frontend.DockerfileCompiler;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.standin.OneFolder;
import dev.strake.frontend.standin.StandInGateway;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.text.LlbPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles texts against a daemon that knows every image, for tests. */
final class Compile {

  private final CompiledImage image;
  private final Definition definition;

  private Compile(CompiledImage image) {
    this.image = image;
    this.definition = image.definition();
  }

  /** The lines as a Dockerfile, compiled for {@code linux/amd64}. */
  static Compile of(Map<String, String> buildArgs, String... lines) {
    return new Compile(run(buildArgs, lines).orElseThrow());
  }

  static Compile of(String... lines) {
    return of(Map.of(), lines);
  }

  /** What is wrong with the lines. */
  static List<Diagnostic> errors(String... lines) {
    return run(Map.of(), lines).diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  private static CompileResult run(Map<String, String> buildArgs, String... lines) {
    byte[] data = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    CompileOptions options = CompileOptions.defaults(Platform.of("linux", "amd64")).withBuildArgs(buildArgs);
    return new DockerfileCompiler(new StandInGateway(Map.of(), Map.of()), new OneFolder(), options)
        .compile(new SourceMap(Optional.empty(), "Dockerfile", "Dockerfile", data));
  }

  CompiledImage image() {
    return image;
  }

  Definition definition() {
    return definition;
  }

  String llb() {
    return LlbPrinter.print(definition);
  }

  String config() {
    return new String(image.config().toJson(), StandardCharsets.UTF_8);
  }

  /** The texts of the history, the base image's left out. */
  List<String> history() {
    return image.config().history().toList().stream()
        .filter(entry -> entry.comment().equals("buildkit.dockerfile.v0"))
        .map(entry -> entry.createdBy().get())
        .toList();
  }

  /** The names that progress shows for the steps, in the graph's order. */
  List<String> names() {
    return definition.ops().stream()
        .map(op -> definition.metadata().get(op.digest()))
        .filter(metadata -> metadata != null && metadata.description().containsKey("llb.customname"))
        .map(metadata -> metadata.description().get("llb.customname"))
        .toList();
  }
}
