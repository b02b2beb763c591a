package dev.strake.bridge.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is told of the program whose spans these are. */
final class Resource {

  private static final String SERVICE = "service.name";

  private Resource() {}

  /** In the order of their names. What makes no sense in the variables is left out. */
  static List<Attribute> of(Map<String, String> environment, String program, String version) {
    Map<String, String> told = new TreeMap<>();
    told.put(SERVICE, program);
    String given = environment.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").strip();
    if (!given.isEmpty()) {
      addAll(given, told);
    }
    String service = environment.getOrDefault("OTEL_SERVICE_NAME", "").strip();
    if (!service.isEmpty()) {
      told.put(SERVICE, service);
    }
    told.put("telemetry.sdk.language", "java");
    told.put("telemetry.sdk.name", "strake");
    told.put("telemetry.sdk.version", version);
    List<Attribute> attributes = new ArrayList<>();
    told.forEach((key, value) -> attributes.add(Attribute.of(key, value)));
    return attributes;
  }

  private static void addAll(String given, Map<String, String> told) {
    for (String pair : given.split(",")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (!key.isEmpty()) {
        told.put(key, decoded(pair.substring(equals + 1).strip()));
      }
    }
  }

  /** With its {@code %20} made spaces; as it is where that cannot be. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
