package dev.strake.frontend.cases;

import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.standin.StandInGateway;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.llb.marshal.Definition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the whole frontend makes of a case on a stand-in daemon.
 *
 * @param graphs the graphs to build by platform, under an empty name where there is one only; none where it failed
 * @param configs the image configurations by platform, likewise
 * @param diagnostics all that was found
 * @param failure the message of the failure; empty where there is none
 */
public record CaseRun(
    Map<String, Definition> graphs, Map<String, String> configs, List<Diagnostic> diagnostics, String failure) {

  private static final String CONFIG_KEY = "containerimage.config";

  /** Runs the frontend on a case. */
  public static CaseRun of(DockerfileCase aCase) {
    return of(aCase, aCase.locals());
  }

  /** Runs the frontend on a case whose files come from other folders. */
  static CaseRun of(DockerfileCase aCase, Map<String, Path> locals) {
    // With cmdline set a frontend does not hand over to the image that a syntax line names.
    Map<String, String> options = aCase.withDefaults(Map.of("cmdline", "x")).options();
    StandInGateway gateway = new StandInGateway(options, locals);
    try {
      return of(gateway, new DockerfileFrontend().run(gateway));
    } catch (CompileFailed e) {
      return new CaseRun(Map.of(), Map.of(), e.diagnostics(), e.getMessage());
    }
  }

  private static CaseRun of(StandInGateway gateway, FrontendResult result) {
    Map<String, Definition> graphs = new LinkedHashMap<>();
    result.single().ifPresent(tree -> graphs.put("", gateway.graphOf(tree)));
    new TreeMap<>(result.multiple())
        .forEach((platform, tree) -> graphs.put(platform, graph(gateway, tree)));
    Map<String, String> configs = new TreeMap<>();
    result
        .metadata()
        .forEach(
            (key, value) -> {
              if (key.startsWith(CONFIG_KEY)) {
                configs.put(key.substring(CONFIG_KEY.length()), new String(value, StandardCharsets.UTF_8));
              }
            });
    return new CaseRun(graphs, configs, new ArrayList<>(result.diagnostics()), "");
  }

  private static Definition graph(StandInGateway gateway, Optional<Reference> tree) {
    return tree.map(gateway::graphOf).orElse(Definition.EMPTY);
  }
}
