package dev.strake.bridge.cli;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.go.GoBool;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --output}. */
final class ExportOption {

  private static final String OPTION = "--output";
  private static final List<String> TYPES = List.of("image", "registry", "oci", "docker", "tar", "local");

  private final Streams streams;
  private final Path folder;
  private final List<String> tags;

  /**
   * @param folder relative destinations begin here
   * @param tags the names that images get which are given none of their own
   */
  ExportOption(Streams streams, Path folder, List<String> tags) {
    this.streams = streams;
    this.folder = folder;
    this.tags = tags;
  }

  /** The export of a value such as {@code type=oci,dest=a.tar}, {@code folder} or {@code -}. */
  Export parse(String text) {
    if (text.equals("-")) {
      return archive("tar", Map.of(), "-");
    }
    if (!text.contains("=")) {
      return Export.toDirectory("local", Map.of(), folder.resolve(text));
    }
    Map<String, String> attributes = new LinkedHashMap<>(KeyValues.pairs(OPTION, text));
    String type = attributes.remove("type");
    if (type == null) {
      throw new UsageException(OPTION + " requires type=<type>", "write type=oci, docker, tar, local or image");
    }
    if (attributes.containsKey("output")) {
      throw new UsageException(
          "output=%1$s not supported for --output, you meant dest=%1$s?".formatted(attributes.get("output")),
          "write dest= in place of output=");
    }
    String destination = attributes.containsKey("dest") ? attributes.remove("dest") : "";
    return export(type, attributes, destination);
  }

  /** What {@code --tag} without {@code --output} means: an image in the daemon's store. */
  Export image() {
    return Export.onDaemon("image", named(Map.of()));
  }

  /** What {@code --load} means: an archive for a container engine. */
  Export loaded(OutputStream engine) {
    return Export.toStream("docker", named(Map.of()), engine);
  }

  private Export export(String type, Map<String, String> attributes, String destination) {
    return switch (type) {
      case "local" -> {
        requireDestination(type, destination);
        yield Export.toDirectory(type, attributes, folder.resolve(destination));
      }
      case "tar" -> archive(type, attributes, destination);
      case "oci", "docker" -> {
        if (isTar(attributes)) {
          yield archive(type, named(attributes), destination);
        }
        requireDestination(type, destination);
        yield Export.toDirectory(type, named(attributes), folder.resolve(destination));
      }
      case "image" -> onDaemon(type, named(attributes), destination);
      case "registry" -> {
        Map<String, String> pushed = new LinkedHashMap<>(named(attributes));
        pushed.put("push", "true");
        yield onDaemon("image", pushed, destination);
      }
      default ->
          throw new UsageException(
              OPTION + ": there is no type \"" + type + "\"", "the types are " + String.join(", ", TYPES));
    };
  }

  private Export onDaemon(String type, Map<String, String> attributes, String destination) {
    if (!destination.isEmpty()) {
      throw new UsageException(
          "output " + destination + " is not supported by " + type + " exporter",
          "leave dest= out, or take type=oci or type=docker for a file");
    }
    return Export.onDaemon(type, attributes);
  }

  private Export archive(String type, Map<String, String> attributes, String destination) {
    if (destination.isEmpty() || destination.equals("-")) {
      if (streams.outIsTerminal()) {
        throw new UsageException(
            "output file is required for " + type + " exporter. refusing to write to console",
            "add dest=FILE, or send standard output to a file");
      }
      PrintStream out = streams.out();
      return Export.toStream(type, attributes, out);
    }
    Path file = folder.resolve(destination);
    if (Files.isDirectory(file)) {
      throw new UsageException("destination file is a directory: " + file, "name a file in dest=");
    }
    return Export.toFile(type, attributes, file);
  }

  private static void requireDestination(String type, String destination) {
    if (destination.isEmpty()) {
      throw new UsageException(
          "output directory is required for " + type + " exporter", "add dest=FOLDER, or write " + OPTION + " FOLDER");
    }
  }

  private static boolean isTar(Map<String, String> attributes) {
    return GoBool.parse(attributes.getOrDefault("tar", "")).value().orElse(true);
  }

  private Map<String, String> named(Map<String, String> attributes) {
    if (attributes.containsKey("name") || tags.isEmpty()) {
      return attributes;
    }
    Map<String, String> named = new LinkedHashMap<>(attributes);
    named.put("name", String.join(",", tags));
    return named;
  }
}
