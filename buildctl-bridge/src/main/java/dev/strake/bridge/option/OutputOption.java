package dev.strake.bridge.option;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.go.GoBool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code --output}. */
public final class OutputOption {

  private final Streams streams;
  private final Path folder;

  /** @param folder relative destinations begin here */
  public OutputOption(Streams streams, Path folder) {
    this.streams = streams;
    this.folder = folder;
  }

  /** The export of a value such as {@code type=oci,dest=a.tar}. */
  public Export parse(String text) {
    Map<String, String> attributes = new LinkedHashMap<>(KeyedFields.of(text));
    String type = attributes.remove("type");
    if (type == null || type.isEmpty()) {
      throw new CommandException("--output requires type=<type>");
    }
    if (attributes.containsKey("output")) {
      throw new CommandException(
          "output=%1$s not supported for --output, you meant dest=%1$s?".formatted(attributes.get("output")));
    }
    try {
      return export(type, attributes, attributes.getOrDefault("dest", ""));
    } catch (CommandException e) {
      throw new CommandException("invalid output option: output: " + e.getMessage());
    }
  }

  private Export export(String type, Map<String, String> attributes, String destination) {
    return switch (type) {
      case "local" -> toFolder(type, attributes, destination);
      case "tar" -> toArchive(type, attributes, destination);
      case "oci", "docker" ->
          GoBool.parse(attributes.getOrDefault("tar", "")).value().orElse(true)
              ? toArchive(type, attributes, destination)
              : toFolder(type, attributes, destination);
      default -> {
        if (!destination.isEmpty()) {
          throw new CommandException("output " + destination + " is not supported by " + type + " exporter");
        }
        yield Export.onDaemon(type, attributes);
      }
    };
  }

  private Export toFolder(String type, Map<String, String> attributes, String destination) {
    if (destination.isEmpty()) {
      throw new CommandException("output directory is required for " + type + " exporter");
    }
    attributes.remove("dest");
    return Export.toDirectory(type, attributes, folder.resolve(destination));
  }

  private Export toArchive(String type, Map<String, String> attributes, String destination) {
    attributes.remove("dest");
    if (!destination.isEmpty() && !destination.equals("-")) {
      if (Files.isDirectory(folder.resolve(destination))) {
        throw new CommandException("destination file is a directory");
      }
      requireFolder(destination);
      return Export.toFile(type, attributes, folder.resolve(destination));
    }
    if (streams.outIsTerminal()) {
      throw new CommandException(
          "output file is required for " + type + " exporter. refusing to write to console");
    }
    return Export.toStream(type, attributes, streams.out());
  }

  /** The file is made only when it is whole, which is late to hear that it cannot be. */
  private void requireFolder(String destination) {
    Path parent = folder.resolve(destination).toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      String reason = Files.exists(parent) ? "not a directory" : "no such file or directory";
      throw new CommandException("open " + destination + ": " + reason);
    }
  }
}
