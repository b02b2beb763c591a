package dev.strake.bridge.control;

import java.util.Map;

/**
 * What a build has left behind.
 *
 * <pre>{@code
 * SolveOutcome outcome = client.solve(spec, ProgressListener.none()).await();
 * String digest = outcome.exporterResponse().get("containerimage.digest");
 * }</pre>
 *
 * @param ref the build's id, under which the daemon's history knows it
 * @param exporterResponse what the exporters tell, such as {@code containerimage.digest}
 */
public record SolveOutcome(String ref, Map<String, String> exporterResponse) {
  public SolveOutcome {
    exporterResponse = Map.copyOf(exporterResponse);
  }
}
