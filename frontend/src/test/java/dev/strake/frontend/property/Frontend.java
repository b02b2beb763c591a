package dev.strake.frontend.property;

import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.standin.StandInGateway;
import dev.strake.frontend.subrequest.Subrequests;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticRenderer;
import dev.strake.grammar.diagnostics.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the whole frontend one Dockerfile after the other, in each way that it can be asked, on a stand-in daemon. What
 * comes out of it is a result or a refusal; anything else, an {@link Error} too, is a finding and flies on.
 *
 * <p>Not thread-safe: the file lies in a folder, which is the build's context too.
 */
public final class Frontend {

  /** How the frontend is asked. */
  public static final List<Map<String, String>> CALLS =
      List.of(
          Map.of(),
          Map.of("platform", "linux/amd64,linux/arm64", "build-arg:SOURCE_DATE_EPOCH", "1"),
          Map.of("platform", "windows/amd64", "build-arg:a", "x", "no-cache", ""),
          Map.of("requestid", Subrequests.LINT),
          Map.of("requestid", Subrequests.OUTLINE),
          Map.of("requestid", Subrequests.TARGETS),
          Map.of("requestid", Subrequests.CONVERT_LLB));

  private final Path folder;
  private final DiagnosticRenderer renderer = new DiagnosticRenderer(Palette.PLAIN, 80);

  /** A frontend whose files are in this folder. */
  public Frontend(Path folder) {
    this.folder = folder;
  }

  /** What was found, and whether there is a result. */
  public record Outcome(boolean accepted, String message, List<Diagnostic> diagnostics) {}

  /** Calls the frontend with one of {@link #CALLS}. */
  public Outcome call(byte[] dockerfile, Map<String, String> options) {
    write(dockerfile);
    return call(options);
  }

  /** Calls the frontend for the Dockerfile that lies in the folder. */
  public Outcome call(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("cmdline", "x");
    StandInGateway gateway = new StandInGateway(all, Map.of("context", folder, "dockerfile", folder));
    Outcome outcome = outcome(gateway);
    renderer.render(outcome.diagnostics());
    return outcome;
  }

  private static Outcome outcome(StandInGateway gateway) {
    try {
      FrontendResult result = new DockerfileFrontend().run(gateway);
      List<Reference> trees = new ArrayList<>();
      result.single().ifPresent(trees::add);
      result.multiple().values().forEach(tree -> tree.ifPresent(trees::add));
      trees.forEach(gateway::graphOf);
      return new Outcome(true, "", result.diagnostics());
    } catch (CompileFailed refused) {
      return new Outcome(false, String.valueOf(refused.getMessage()), refused.diagnostics());
    } catch (GatewayException refused) {
      return new Outcome(false, String.valueOf(refused.getMessage()), List.of());
    }
  }

  private void write(byte[] dockerfile) {
    try {
      Files.write(folder.resolve("Dockerfile"), dockerfile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
