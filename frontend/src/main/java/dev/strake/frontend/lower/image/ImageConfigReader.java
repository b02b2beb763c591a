package dev.strake.frontend.lower.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.frontend.instruction.HealthCheck;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoJsonSyntax;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.go.GoTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a configuration's JSON as Go does: names in any case, unknown ones left out, {@code null} as nothing. */
final class ImageConfigReader {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser json;

  private ImageConfigReader(JsonParser json) {
    this.json = json;
  }

  static ImageConfig read(byte[] bytes) {
    GoJsonSyntax.problem(bytes).ifPresent(why -> {
      throw new IllegalArgumentException(why);
    });
    try (JsonParser json = FACTORY.createParser(bytes)) {
      json.nextToken();
      return new ImageConfigReader(json).image();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What to do with one field's value, which is the current token. */
  private interface Field {
    void read(String lowerCaseName) throws IOException;
  }

  private ImageConfig image() throws IOException {
    ImageFields fields = new ImageFields();
    object(name -> {
      switch (name) {
        case "created" -> fields.created = time();
        case "author" -> fields.author = text();
        case "architecture" -> fields.architecture = text();
        case "os" -> fields.os = text();
        case "os.version" -> fields.osVersion = text();
        case "os.features" -> fields.osFeatures = texts().orElse(List.of());
        case "variant" -> fields.variant = text();
        case "config" -> fields.config = config(fields.config);
        case "rootfs" -> fields.rootfs = rootfs();
        case "history" -> fields.history = history();
        default -> json.skipChildren();
      }
    });
    return fields.image();
  }

  private ContainerConfig config(ContainerConfig start) throws IOException {
    ContainerConfig[] config = {start};
    object(name -> config[0] = configField(config[0], name));
    return config[0];
  }

  private ContainerConfig configField(ContainerConfig config, String name) throws IOException {
    return switch (name) {
      case "user" -> config.withUser(text());
      case "exposedports" -> fold(config, members(), ContainerConfig::withExposedPort);
      case "env" -> config.withEnv(EnvEntries.of(texts().orElse(List.of())));
      case "entrypoint" -> config.withEntrypoint(texts().orElse(List.of()));
      case "cmd" -> config.withCmd(texts().orElse(List.of()));
      case "volumes" -> fold(config, members(), ContainerConfig::withVolume);
      case "workingdir" -> config.withWorkingDir(text());
      case "labels" -> labels(config);
      case "stopsignal" -> config.withStopSignal(text());
      case "argsescaped" -> bool() ? config.withArgsEscaped() : config;
      case "healthcheck" -> isNull() ? config : config.withHealthcheck(healthcheck());
      case "onbuild" -> fold(config.withoutTriggers(), texts().orElse(List.of()), ContainerConfig::withTrigger);
      case "shell" -> config.withShell(texts().orElse(List.of()));
      default -> {
        json.skipChildren();
        yield config;
      }
    };
  }

  private static ContainerConfig fold(
      ContainerConfig start, List<String> values, BiFunction<ContainerConfig, String, ContainerConfig> add) {
    ContainerConfig config = start;
    for (String value : values) {
      config = add.apply(config, value);
    }
    return config;
  }

  private ContainerConfig labels(ContainerConfig start) throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    namedValues(name -> labels.put(name, text()));
    ContainerConfig config = start;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      config = config.withLabel(label.getKey(), label.getValue());
    }
    return config;
  }

  private HealthCheck healthcheck() throws IOException {
    HealthFields fields = new HealthFields();
    object(name -> {
      switch (name) {
        case "test" -> fields.test = texts().orElse(List.of());
        case "interval" -> fields.interval = number();
        case "timeout" -> fields.timeout = number();
        case "startperiod" -> fields.startPeriod = number();
        case "startinterval" -> fields.startInterval = number();
        case "retries" -> fields.retries = Math.toIntExact(number());
        default -> json.skipChildren();
      }
    });
    return new HealthCheck(
        fields.test, fields.interval, fields.timeout, fields.startPeriod, fields.startInterval, fields.retries);
  }

  private ImageConfig.RootFs rootfs() throws IOException {
    String[] type = {""};
    List<Optional<List<String>>> diffIds = new ArrayList<>();
    object(name -> {
      switch (name) {
        case "type" -> type[0] = text();
        case "diff_ids" -> diffIds.add(texts());
        default -> json.skipChildren();
      }
    });
    return new ImageConfig.RootFs(type[0], diffIds.isEmpty() ? Optional.empty() : diffIds.getLast());
  }

  private AppendList<HistoryEntry> history() throws IOException {
    AppendList<HistoryEntry> entries = AppendList.empty();
    if (isNull()) {
      return entries;
    }
    require(JsonToken.START_ARRAY, "an array");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      entries = entries.append(historyEntry());
    }
    return entries;
  }

  private HistoryEntry historyEntry() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean[] empty = {false};
    object(name -> {
      switch (name) {
        case "created" -> texts.put(name, time());
        case "created_by", "author", "comment" -> texts.put(name, text());
        case "empty_layer" -> empty[0] = bool();
        default -> json.skipChildren();
      }
    });
    String createdBy = texts.getOrDefault("created_by", "");
    return new HistoryEntry(
        texts.getOrDefault("created", ""),
        () -> createdBy,
        texts.getOrDefault("author", ""),
        texts.getOrDefault("comment", ""),
        empty[0]);
  }

  private void object(Field field) throws IOException {
    namedValues(name -> field.read(name.toLowerCase(Locale.ROOT)));
  }

  private void namedValues(Field field) throws IOException {
    if (isNull()) {
      return;
    }
    require(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  private List<String> members() throws IOException {
    List<String> members = new ArrayList<>();
    namedValues(name -> {
      members.add(name);
      json.skipChildren();
    });
    return members;
  }

  private Optional<List<String>> texts() throws IOException {
    if (isNull()) {
      return Optional.empty();
    }
    require(JsonToken.START_ARRAY, "an array");
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text());
    }
    return Optional.of(texts);
  }

  private String text() throws IOException {
    if (isNull()) {
      return "";
    }
    require(JsonToken.VALUE_STRING, "a string");
    return GoStrings.toValid(json.getText());
  }

  private String time() throws IOException {
    return isNull() ? "" : GoTime.rfc3339(text());
  }

  private boolean bool() throws IOException {
    if (!isNull() && !json.currentToken().isBoolean()) {
      throw mismatch("a boolean");
    }
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  private long number() throws IOException {
    if (isNull()) {
      return 0;
    }
    require(JsonToken.VALUE_NUMBER_INT, "an integer");
    return json.getLongValue();
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private void require(JsonToken token, String what) throws IOException {
    if (json.currentToken() != token) {
      throw mismatch(what);
    }
  }

  private IllegalArgumentException mismatch(String what) throws IOException {
    return new IllegalArgumentException("json: cannot unmarshal " + json.currentToken() + " where " + what + " is due");
  }

  private static final class ImageFields {
    private String created = "";
    private String author = "";
    private String architecture = "";
    private String os = "";
    private String osVersion = "";
    private List<String> osFeatures = List.of();
    private String variant = "";
    private ContainerConfig config = ContainerConfig.EMPTY;
    private ImageConfig.RootFs rootfs = new ImageConfig.RootFs("", Optional.empty());
    private AppendList<HistoryEntry> history = AppendList.empty();

    private ImageConfig image() {
      Platform platform = new Platform(os, architecture, variant, osVersion, osFeatures);
      return new ImageConfig(created, author, platform, rootfs, history, config);
    }
  }

  private static final class HealthFields {
    private List<String> test = List.of();
    private long interval;
    private long timeout;
    private long startPeriod;
    private long startInterval;
    private int retries;
  }
}
