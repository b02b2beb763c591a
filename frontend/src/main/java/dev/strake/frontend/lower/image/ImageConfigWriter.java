package dev.strake.frontend.lower.image;

import dev.strake.frontend.instruction.HealthCheck;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoJson;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.go.Utf8Output;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes a configuration's JSON: the fields in the order of Go's structs, empty ones left out, names sorted by bytes.
 */
final class ImageConfigWriter {

  private final Utf8Output out;
  private final StringBuilder json;
  private boolean first;

  private ImageConfigWriter(Utf8Output out) {
    this.out = out;
    this.json = out.text();
  }

  static byte[] write(ImageConfig image, long limit) {
    Utf8Output out = new Utf8Output(limit);
    new ImageConfigWriter(out).image(image);
    return out.toBytes();
  }

  private void image(ImageConfig image) {
    open();
    text("created", image.created());
    text("author", image.author());
    platform(image.platform());
    rootfs(image.rootfs());
    history(image.history().toList());
    name("config");
    config(image.config());
    close();
  }

  private void platform(Platform platform) {
    required("architecture", platform.architecture());
    required("os", platform.os());
    text("os.version", platform.osVersion());
    texts("os.features", platform.osFeatures());
    text("variant", platform.variant());
  }

  private void rootfs(ImageConfig.RootFs rootfs) {
    name("rootfs");
    open();
    required("type", rootfs.type());
    name("diff_ids");
    rootfs.diffIds().ifPresentOrElse(this::array, () -> json.append("null"));
    close();
  }

  private void history(List<HistoryEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    name("history");
    json.append('[');
    for (int i = 0; i < entries.size(); i++) {
      json.append(i == 0 ? "" : ",");
      HistoryEntry entry = entries.get(i);
      open();
      text("created", entry.created());
      text("created_by", entry.createdBy().get());
      text("author", entry.author());
      text("comment", entry.comment());
      mark("empty_layer", entry.emptyLayer());
      close();
    }
    json.append(']');
  }

  private void config(ContainerConfig config) {
    open();
    text("User", config.user());
    set("ExposedPorts", config.exposedPorts().toList().stream().flatMap(List::stream));
    texts("Env", config.env().lines());
    texts("Entrypoint", config.entrypoint());
    texts("Cmd", config.cmd());
    set("Volumes", config.volumes().toList().stream());
    text("WorkingDir", config.workingDir());
    labels(config.labels().toList());
    text("StopSignal", config.stopSignal());
    mark("ArgsEscaped", config.argsEscaped());
    config.healthcheck().ifPresent(this::healthcheck);
    texts("OnBuild", config.onBuild().toList());
    texts("Shell", config.shell());
    close();
  }

  private void healthcheck(HealthCheck health) {
    name("Healthcheck");
    open();
    texts("Test", health.test());
    number("Interval", health.interval());
    number("Timeout", health.timeout());
    number("StartPeriod", health.startPeriod());
    number("StartInterval", health.startInterval());
    number("Retries", health.retries());
    close();
  }

  private void labels(List<EnvEntries.Variable> labels) {
    if (labels.isEmpty()) {
      return;
    }
    Map<String, String> sorted = new TreeMap<>(GoStrings::compare);
    labels.forEach(label -> sorted.put(label.name(), label.value()));
    name("Labels");
    open();
    sorted.forEach(this::required);
    close();
  }

  private void set(String name, Stream<String> members) {
    Set<String> sorted = new TreeSet<>(GoStrings::compare);
    members.forEach(sorted::add);
    if (sorted.isEmpty()) {
      return;
    }
    name(name);
    open();
    for (String member : sorted) {
      name(member);
      json.append("{}");
    }
    close();
  }

  private void open() {
    json.append('{');
    first = true;
  }

  private void close() {
    json.append('}');
    first = false;
  }

  private void name(String name) {
    if (!first) {
      json.append(',');
    }
    first = false;
    out.flush();
    GoJson.appendString(json, name);
    json.append(':');
  }

  private void required(String name, String value) {
    name(name);
    GoJson.appendString(json, value);
  }

  private void text(String name, String value) {
    if (!value.isEmpty()) {
      required(name, value);
    }
  }

  private void texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      name(name);
      array(values);
    }
  }

  private void array(List<String> values) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",");
      out.flush();
      GoJson.appendString(json, values.get(i));
    }
    json.append(']');
  }

  private void mark(String name, boolean value) {
    if (value) {
      name(name);
      json.append("true");
    }
  }

  private void number(String name, long value) {
    if (value != 0) {
      name(name);
      json.append(value);
    }
  }
}
