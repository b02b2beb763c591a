package dev.strake.bridge.control;

import dev.strake.bridge.proto.control.CacheOptions;
import dev.strake.bridge.proto.control.CacheOptionsEntry;
import dev.strake.bridge.proto.control.Exporter;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.llb.go.GoJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From a spec to the request on the wire. */
final class SolveRequests {

  private SolveRequests() {}

  static SolveRequest of(SolveSpec spec, String ref, String sessionId) {
    SolveRequest.Builder request =
        SolveRequest.newBuilder()
            .setRef(ref)
            .setSession(sessionId)
            .putAllFrontendAttrs(frontendOptions(spec))
            .setCache(cache(spec))
            .addAllEntitlements(spec.entitlements())
            .setInternal(spec.behaviour().internal())
            .setProxyNetwork(spec.behaviour().proxyNetwork())
            .setCompatibilityVersion(spec.behaviour().compatibilityVersion());
    spec.sourcePolicy().ifPresent(policy -> request.setSourcePolicy(SourcePolicyMessages.of(policy)));
    switch (spec.work()) {
      case SolveSpec.Work.Graph graph -> request.setDefinition(graph.definition().toProto());
      case SolveSpec.Work.Frontend frontend -> request.setFrontend(frontend.name());
      case SolveSpec.Work.Function function -> {}
      case SolveSpec.Work.Forwarded forwarded -> {}
    }
    spec.inputs().forEach((name, definition) -> request.putFrontendInputs(name, definition.toProto()));
    addExports(request, spec.exports());
    return request.build();
  }

  private static void addExports(SolveRequest.Builder request, List<Export> exports) {
    if (!exports.isEmpty()) {
      request
          .setExporterDeprecated(exports.getFirst().type())
          .putAllExporterAttrsDeprecated(exports.getFirst().attributes());
    }
    for (Export export : exports) {
      request.addExporters(
          Exporter.newBuilder().setType(export.type()).putAllAttrs(export.attributes()));
    }
  }

  /** A frontend is told of the caches through its options. */
  static Map<String, String> frontendOptions(SolveSpec spec) {
    if (spec.work() instanceof SolveSpec.Work.Graph || spec.cacheImports().isEmpty()) {
      return spec.options();
    }
    Map<String, String> options = new LinkedHashMap<>(spec.options());
    String imports =
        spec.cacheImports().stream().map(SolveRequests::json).collect(Collectors.joining(",", "[", "]"));
    options.put("cache-imports", imports);
    return options;
  }

  /** As Go writes the protocol's message as JSON: empty fields left out, keys sorted. */
  private static String json(CacheEntry entry) {
    String attributes =
        new TreeMap<>(entry.attributes())
            .entrySet().stream()
                .map(attribute -> GoJson.string(attribute.getKey()) + ":" + GoJson.string(attribute.getValue()))
                .collect(Collectors.joining(","));
    String type = "\"Type\":" + GoJson.string(entry.type());
    return attributes.isEmpty() ? "{" + type + "}" : "{" + type + ",\"Attrs\":{" + attributes + "}}";
  }

  private static CacheOptions cache(SolveSpec spec) {
    return CacheOptions.newBuilder()
        .addAllExports(spec.cacheExports().stream().map(SolveRequests::entry).toList())
        .addAllImports(spec.cacheImports().stream().map(SolveRequests::entry).toList())
        .build();
  }

  private static CacheOptionsEntry entry(CacheEntry entry) {
    return CacheOptionsEntry.newBuilder().setType(entry.type()).putAllAttrs(entry.attributes()).build();
  }
}
