package dev.strake.frontend.lower.image;

import dev.strake.frontend.instruction.HealthCheck;
import dev.strake.frontend.json.JsonMismatch;
import dev.strake.frontend.lower.image.ConfigSchema.Part;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
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

  private final GoJsonReader json;
  private final ConfigSchema schema;
  // What Go would decode the current value to, in its words but for the type.
  private String place = "value";
  // Go reads on behind a value of the wrong type, and tells of the first one at the end.
  private Optional<JsonMismatch> mismatch = Optional.empty();

  private ImageConfigReader(GoJsonReader json, ConfigSchema schema) {
    this.json = json;
    this.schema = schema;
  }

  /** @param schema decides what is read, and how a mismatch is told */
  static ImageConfig read(byte[] bytes, ConfigSchema schema) {
    try {
      GoJsonReader json = GoJsonReader.of(bytes);
      json.next();
      ImageConfigReader reader = new ImageConfigReader(json, schema);
      ImageConfig image = reader.image();
      if (reader.mismatch.isPresent()) {
        throw reader.mismatch.get();
      }
      return image;
    } catch (IOException | JsonMismatch e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What to do with one field's value, which is the current token. */
  private interface Field {
    void read(String lowerCaseName);
  }

  private ImageConfig image() {
    ImageFields fields = new ImageFields();
    object(Part.IMAGE, name -> {
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
        default -> json.skipValue();
      }
    });
    return fields.image();
  }

  private ContainerConfig config(ContainerConfig start) {
    ContainerConfig[] config = {start};
    object(Part.CONFIG, name -> config[0] = configField(config[0], name));
    return config[0];
  }

  private ContainerConfig configField(ContainerConfig config, String name) {
    return switch (schema.has(name) ? name : "") {
      case "user" -> config.withUser(text());
      case "exposedports" -> config.withExposedPorts(members());
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
        json.skipValue();
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

  private ContainerConfig labels(ContainerConfig start) {
    Map<String, String> labels = new LinkedHashMap<>();
    namedValues("map[string]string", name -> labels.put(name, text()));
    ContainerConfig config = start;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      config = config.withLabel(label.getKey(), label.getValue());
    }
    return config;
  }

  private HealthCheck healthcheck() {
    HealthFields fields = new HealthFields();
    object(Part.HEALTHCHECK, name -> {
      switch (name) {
        case "test" -> fields.test = texts().orElse(List.of());
        case "interval" -> fields.interval = number("time.Duration");
        case "timeout" -> fields.timeout = number("time.Duration");
        case "startperiod" -> fields.startPeriod = number("time.Duration");
        case "startinterval" -> fields.startInterval = number("time.Duration");
        case "retries" -> fields.retries = retries();
        default -> json.skipValue();
      }
    });
    return new HealthCheck(
        fields.test, fields.interval, fields.timeout, fields.startPeriod, fields.startInterval, fields.retries);
  }

  private ImageConfig.RootFs rootfs() {
    String[] type = {""};
    List<Optional<List<String>>> diffIds = new ArrayList<>();
    object(Part.ROOTFS, name -> {
      switch (name) {
        case "type" -> type[0] = text();
        case "diff_ids" -> diffIds.add(texts("digest.Digest"));
        default -> json.skipValue();
      }
    });
    return new ImageConfig.RootFs(type[0], diffIds.isEmpty() ? Optional.empty() : diffIds.getLast());
  }

  private AppendList<HistoryEntry> history() {
    AppendList<HistoryEntry> entries = AppendList.empty();
    if (isNull()) {
      return entries;
    }
    if (!isA(Token.ARRAY, "[]v1.History")) {
      return entries;
    }
    String whole = place;
    while (json.next() != Token.END_ARRAY) {
      place = whole;
      entries = entries.append(historyEntry());
    }
    return entries;
  }

  private HistoryEntry historyEntry() {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean[] empty = {false};
    object(Part.HISTORY, name -> {
      switch (name) {
        case "created" -> texts.put(name, time());
        case "created_by", "author", "comment" -> texts.put(name, text());
        case "empty_layer" -> empty[0] = bool();
        default -> json.skipValue();
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

  /** Reads an object whose names are a struct's. */
  private void object(Part part, Field field) {
    namedValues(schema.type(part), name -> {
      String lowerCaseName = name.toLowerCase(Locale.ROOT);
      place = "struct field " + schema.place(part, lowerCaseName);
      field.read(lowerCaseName);
    });
  }

  private void namedValues(String type, Field field) {
    if (isNull()) {
      return;
    }
    if (!isA(Token.OBJECT, type)) {
      return;
    }
    while (json.next() != Token.END_OBJECT) {
      String name = json.text();
      json.next();
      field.read(name);
    }
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    namedValues("map[string]struct {}", name -> {
      members.add(name);
      namedValues("struct {}", inner -> json.skipValue());
    });
    return members;
  }

  private Optional<List<String>> texts() {
    return texts("string");
  }

  private Optional<List<String>> texts(String type) {
    if (isNull()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    if (!isA(Token.ARRAY, "[]" + type)) {
      return Optional.of(texts);
    }
    while (json.next() != Token.END_ARRAY) {
      texts.add(text(type));
    }
    return Optional.of(texts);
  }

  private String text() {
    return text("string");
  }

  private String text(String type) {
    return !isNull() && isA(Token.STRING, type) ? json.text() : "";
  }

  private String time() {
    if (isNull()) {
      return "";
    }
    if (json.current() != Token.STRING) {
      throw new IllegalArgumentException("Time.UnmarshalJSON: input is not a JSON string");
    }
    return GoTime.rfc3339(text());
  }

  private boolean bool() {
    return !isNull() && json.current() != Token.FALSE && isA(Token.TRUE, "bool");
  }

  private long number(String type) {
    if (isNull() || json.current() != Token.DECIMAL && !isA(Token.WHOLE, type)) {
      return 0;
    }
    try {
      return json.number64();
    } catch (IOException noPlace) {
      noPlace(type);
      return 0;
    }
  }

  private int retries() {
    long retries = number("int");
    if (retries != (int) retries) {
      noPlace("int");
    }
    return (int) retries;
  }

  /** The number at which the reader stands is none that the type has. */
  private void noPlace(String type) {
    mismatch = mismatch.or(() -> Optional.of(JsonMismatch.number(json, place + " of type " + type)));
  }

  private boolean isNull() {
    return json.current() == Token.NULL;
  }

  /** Whether the value is of this kind; one of another kind is passed. */
  private boolean isA(Token due, String type) {
    Optional<JsonMismatch> found = JsonMismatch.find(json, due, place + " of type " + type);
    mismatch = mismatch.or(() -> found);
    if (found.isPresent()) {
      json.skipValue();
    }
    return found.isEmpty();
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
