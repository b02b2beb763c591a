package dev.strake.bridge.option;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.go.GoBool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code --output}: first what is written there, then where it leads to. */
public final class OutputOption {

  /** The attribute that says where it comes to on this side. */
  public static final String DESTINATION = "dest";

  private final Streams streams;
  private final Path folder;

  /** @param folder relative destinations begin here */
  public OutputOption(Streams streams, Path folder) {
    this.streams = streams;
    this.folder = folder;
  }

  /**
   * What is written in a value.
   *
   * @param type an exporter's, be there one or not
   * @param attributes all else, the destination as well
   */
  public record Fields(String type, Map<String, String> attributes) {
    public Fields {
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * The fields of a value such as {@code type=oci,dest=a.tar}.
   *
   * @throws OptionException where they are none of an output
   */
  public static Fields fields(String text) {
    Map<String, String> attributes = KeyedFields.of(text);
    String type = attributes.remove("type");
    if (type == null || type.isEmpty()) {
      throw new OptionException("--output requires type=<type>", "write type=oci, docker, tar, local or image");
    }
    if (attributes.containsKey("output")) {
      throw new OptionException(
          "output=%1$s not supported for --output, you meant dest=%1$s?".formatted(attributes.get("output")),
          "write dest= in place of output=");
    }
    return new Fields(type, attributes);
  }

  /**
   * The export that these fields ask for.
   *
   * @throws OptionException where there cannot be one
   */
  public Export export(Fields fields) {
    Map<String, String> attributes = new LinkedHashMap<>(fields.attributes());
    String type = fields.type();
    String destination = attributes.getOrDefault(DESTINATION, "");
    return switch (type) {
      case "local" -> toFolder(type, attributes, destination);
      case "tar" -> toArchive(type, attributes, destination);
      case "oci", "docker" ->
          GoBool.parse(attributes.getOrDefault("tar", "")).value().orElse(true)
              ? toArchive(type, attributes, destination)
              : toFolder(type, attributes, destination);
      default -> {
        if (!destination.isEmpty()) {
          throw new OptionException(
              "output " + destination + " is not supported by " + type + " exporter",
              "leave dest= out, or take type=oci or type=docker for a file");
        }
        yield Export.onDaemon(type, attributes);
      }
    };
  }

  private Export toFolder(String type, Map<String, String> attributes, String destination) {
    if (destination.isEmpty()) {
      throw new OptionException("output directory is required for " + type + " exporter", "add dest=FOLDER");
    }
    attributes.remove(DESTINATION);
    return Export.toDirectory(type, attributes, folder.resolve(destination));
  }

  private Export toArchive(String type, Map<String, String> attributes, String destination) {
    attributes.remove(DESTINATION);
    if (!destination.isEmpty() && !destination.equals("-")) {
      Path file = folder.resolve(destination);
      if (Files.isDirectory(file)) {
        throw new OptionException("destination file is a directory", "name a file in dest=");
      }
      return Export.toFile(type, attributes, file);
    }
    if (streams.outIsTerminal()) {
      throw new OptionException(
          "output file is required for " + type + " exporter. refusing to write to console",
          "add dest=FILE, or send standard output to a file");
    }
    return Export.toStream(type, attributes, streams.out());
  }
}
