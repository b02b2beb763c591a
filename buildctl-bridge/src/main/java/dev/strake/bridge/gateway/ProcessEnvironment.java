package dev.strake.bridge.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.frontend.port.GatewayPort.WorkerInfo;
import dev.strake.llb.Platform;
import java.io.IOException;
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
    try (JsonParser json = new JsonFactory().createParser(text)) {
      List<WorkerInfo> workers = new ArrayList<>();
      if (json.nextToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          workers.add(worker(json));
        }
      }
      return workers;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static WorkerInfo worker(JsonParser json) throws IOException {
    String id = "";
    Map<String, String> labels = new HashMap<>();
    List<Platform> platforms = new ArrayList<>();
    Map<String, String> version = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = nextField(json);
      switch (field) {
        case "id" -> id = json.getText();
        case "labels" -> readStrings(json, labels);
        case "platforms" -> readPlatforms(json, platforms);
        case "buildkitversion" -> readStrings(json, version);
        default -> json.skipChildren();
      }
    }
    return new WorkerInfo(id, labels, platforms, version.getOrDefault("version", ""));
  }

  private static void readStrings(JsonParser json, Map<String, String> strings) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        strings.put(name, json.getText());
      }
    }
  }

  private static void readPlatforms(JsonParser json, List<Platform> platforms) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        platforms.add(platform(json));
      }
    }
  }

  private static Platform platform(JsonParser json) throws IOException {
    String os = "";
    String architecture = "";
    String variant = "";
    String osVersion = "";
    List<String> osFeatures = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = nextField(json);
      switch (field) {
        case "os" -> os = json.getText();
        case "architecture" -> architecture = json.getText();
        case "variant" -> variant = json.getText();
        case "os.version" -> osVersion = json.getText();
        case "os.features" -> readList(json, osFeatures);
        default -> json.skipChildren();
      }
    }
    return new Platform(os, architecture, variant, osVersion, osFeatures);
  }

  private static void readList(JsonParser json, List<String> strings) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        strings.add(json.getText());
      }
    }
  }

  /** The field's name, in lower case because Go takes any; the parser then stands at its value. */
  private static String nextField(JsonParser json) throws IOException {
    String name = json.currentName().toLowerCase(Locale.ROOT);
    json.nextToken();
    return name;
  }
}
