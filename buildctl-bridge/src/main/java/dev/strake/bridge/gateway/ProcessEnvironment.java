package dev.strake.bridge.gateway;

import dev.strake.frontend.port.GatewayPort.WorkerInfo;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what the daemon tells a frontend process in its environment. The variables' names are the protocol's.
 *
 * <p>Workers that cannot be read are none, as for the reference: whatever needs one says so.
 */
final class ProcessEnvironment {

  private static final String OPTION_PREFIX = "BUILDKIT_FRONTEND_OPT_";

  private ProcessEnvironment() {}

  static BuildEnvironment read(Map<String, String> variables) {
    return new BuildEnvironment(
        options(variables),
        variables.getOrDefault("BUILDKIT_SESSION_ID", ""),
        variables.getOrDefault("BUILDKIT_EXPORTEDPRODUCT", ""),
        workers(variables.getOrDefault("BUILDKIT_WORKERS", "")));
  }

  /** Each option is a variable {@code key=value}, which numbers keep apart. */
  private static Map<String, String> options(Map<String, String> variables) {
    Map<String, String> options = new HashMap<>();
    variables.forEach((name, option) -> {
      if (name.startsWith(OPTION_PREFIX)) {
        int equals = option.indexOf('=');
        options.put(
            equals < 0 ? option : option.substring(0, equals), equals < 0 ? "" : option.substring(equals + 1));
      }
    });
    return options;
  }

  private static List<WorkerInfo> workers(String text) {
    try {
      GoJsonReader json = GoJsonReader.of(text.getBytes(StandardCharsets.UTF_8));
      List<WorkerInfo> workers = new ArrayList<>();
      if (json.next() == Token.ARRAY) {
        while (json.next() == Token.OBJECT) {
          workers.add(worker(json));
        }
      }
      return workers;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static WorkerInfo worker(GoJsonReader json) {
    String id = "";
    Map<String, String> labels = new HashMap<>();
    List<Platform> platforms = new ArrayList<>();
    Map<String, String> version = new HashMap<>();
    while (json.next() == Token.NAME) {
      String field = nextField(json);
      switch (field) {
        case "id" -> id = json.text();
        case "labels" -> readStrings(json, labels);
        case "platforms" -> readPlatforms(json, platforms);
        case "buildkitversion" -> readStrings(json, version);
        default -> json.skipValue();
      }
    }
    return new WorkerInfo(id, labels, platforms, version.getOrDefault("version", ""));
  }

  private static void readStrings(GoJsonReader json, Map<String, String> strings) {
    if (json.current() == Token.OBJECT) {
      while (json.next() == Token.NAME) {
        String name = json.text();
        json.next();
        strings.put(name, json.text());
      }
    }
  }

  private static void readPlatforms(GoJsonReader json, List<Platform> platforms) {
    if (json.current() == Token.ARRAY) {
      while (json.next() == Token.OBJECT) {
        platforms.add(platform(json));
      }
    }
  }

  private static Platform platform(GoJsonReader json) {
    String os = "";
    String architecture = "";
    String variant = "";
    String osVersion = "";
    List<String> osFeatures = new ArrayList<>();
    while (json.next() == Token.NAME) {
      String field = nextField(json);
      switch (field) {
        case "os" -> os = json.text();
        case "architecture" -> architecture = json.text();
        case "variant" -> variant = json.text();
        case "os.version" -> osVersion = json.text();
        case "os.features" -> readList(json, osFeatures);
        default -> json.skipValue();
      }
    }
    return new Platform(os, architecture, variant, osVersion, osFeatures);
  }

  private static void readList(GoJsonReader json, List<String> strings) {
    if (json.current() == Token.ARRAY) {
      while (json.next() != Token.END_ARRAY) {
        strings.add(json.text());
      }
    }
  }

  /** The field's name, in lower case because Go takes any; the parser then stands at its value. */
  private static String nextField(GoJsonReader json) {
    String name = json.text().toLowerCase(Locale.ROOT);
    json.next();
    return name;
  }
}
