package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.bridge.control.CacheEntry;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.session.SessionSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code strake build} is to do, read from its options.
 *
 * @param frontend {@value #OWN_FRONTEND}, or a frontend of the daemon
 * @param options for the frontend
 * @param session what the daemon may read here
 */
record BuildRequest(
    String frontend,
    Map<String, String> options,
    SessionSpec session,
    List<Export> exports,
    List<CacheEntry> cacheImports,
    List<CacheEntry> cacheExports,
    List<String> entitlements) {

  /** The name of the frontend in this process. */
  static final String OWN_FRONTEND = "strake";

  BuildRequest {
    options = Map.copyOf(options);
    exports = List.copyOf(exports);
    cacheImports = List.copyOf(cacheImports);
    cacheExports = List.copyOf(cacheExports);
    entitlements = List.copyOf(entitlements);
  }

  /** What the frontend of this process makes of a Dockerfile, and nothing of its result. */
  static BuildRequest ofSource(Map<String, String> options, SessionSpec session) {
    return new BuildRequest(OWN_FRONTEND, options, session, List.of(), List.of(), List.of(), List.of());
  }

  /** The same with one more frontend option. */
  BuildRequest with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(key, value);
    return new BuildRequest(frontend, more, session, exports, cacheImports, cacheExports, entitlements);
  }

  /** The same with these exports. */
  BuildRequest with(List<Export> results) {
    return new BuildRequest(frontend, options, session, results, cacheImports, cacheExports, entitlements);
  }

  /**
   * What to ask of the daemon.
   *
   * @param own builds where no frontend of the daemon does
   */
  SolveSpec toSolveSpec(BuildFunction own) {
    SolveSpec.Builder spec =
        frontend.equals(OWN_FRONTEND) ? SolveSpec.ofFunction(own) : SolveSpec.ofFrontend(frontend);
    spec.options(options).session(session);
    exports.forEach(spec::export);
    cacheImports.forEach(spec::cacheImport);
    cacheExports.forEach(spec::cacheExport);
    entitlements.forEach(spec::entitlement);
    return spec.build();
  }
}
