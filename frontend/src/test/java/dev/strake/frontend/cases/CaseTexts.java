package dev.strake.frontend.cases;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Stages;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.text.PhasePrinter;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.text.LlbPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The texts that a case may pin, by file name; empty where there is nothing to pin. */
final class CaseTexts {

  private CaseTexts() {}

  static Map<String, String> of(DockerfileCase aCase) {
    Map<String, String> texts = new LinkedHashMap<>();
    putSyntax(texts, aCase);
    CaseRun run = CaseRun.of(aCase);
    texts.put("llb.txt", perPlatform(run.graphs(), CaseTexts::graph));
    texts.put("image.json", perPlatform(run.configs(), config -> config + "\n"));
    texts.put("diagnostics.txt", diagnostics(run));
    return texts;
  }

  private static void putSyntax(Map<String, String> texts, DockerfileCase aCase) {
    SourceFile file = read(aCase);
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink);
    texts.put("ast.txt", PhasePrinter.ast(dockerfile));
    Stages stages = InstructionParser.parse(dockerfile, Linter.disabled(), sink);
    texts.put("stages.txt", sink.hasErrors() ? "" : PhasePrinter.stages(stages, file));
  }

  private static SourceFile read(DockerfileCase aCase) {
    Path file = aCase.dockerfile();
    try {
      return SourceFile.of("Dockerfile", Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String graph(Definition graph) {
    return graph.isEmpty() ? "; empty\n" : LlbPrinter.print(graph);
  }

  private static <T> String perPlatform(Map<String, T> values, Function<T, String> text) {
    StringBuilder out = new StringBuilder();
    values.forEach(
        (platform, value) -> out.append(platform.isEmpty() ? "" : platform + ":\n").append(text.apply(value)));
    return out.toString();
  }

  private static String diagnostics(CaseRun run) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic each : run.diagnostics()) {
      out.append(each.severity().name().toLowerCase(Locale.ROOT)).append(' ').append(each.code());
      each.lines().ifPresent(lines -> out.append(" @").append(lines.first()).append('-').append(lines.last()));
      out.append(": ").append(Utf8Escapes.replaced(each.message())).append('\n');
      each.help().ifPresent(help -> out.append("  help: ").append(help).append('\n'));
    }
    if (!run.failure().isEmpty()) {
      out.append("failure: ").append(run.failure()).append('\n');
    }
    return out.toString();
  }
}
