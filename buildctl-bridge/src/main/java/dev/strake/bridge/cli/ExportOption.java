package dev.strake.bridge.cli;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.option.OutputOption;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --output}, which has short forms and a type more here than with the reference. */
final class ExportOption {

  private static final String OPTION = "--output";
  private static final List<String> TYPES = List.of("image", "registry", "oci", "docker", "tar", "local");

  private final OutputOption option;
  private final Path folder;
  private final List<String> tags;

  /**
   * @param folder relative destinations begin here
   * @param tags the names that images get which are given none of their own
   */
  ExportOption(Streams streams, Path folder, List<String> tags) {
    this.option = new OutputOption(streams, folder);
    this.folder = folder;
    this.tags = tags;
  }

  /** The export of a value such as {@code type=oci,dest=a.tar}, {@code folder} or {@code -}. */
  Export parse(String text) {
    return OptionValues.read(OPTION, text, this::export);
  }

  private Export export(String text) {
    if (text.equals("-")) {
      return option.export(new OutputOption.Fields("tar", Map.of()));
    }
    if (!text.contains("=")) {
      return Export.toDirectory("local", Map.of(), folder.resolve(text));
    }
    return option.export(completed(OutputOption.fields(text)));
  }

  /** What {@code --tag} without {@code --output} means: an image in the daemon's store. */
  Export image() {
    return Export.onDaemon("image", named(Map.of()));
  }

  /** What {@code --load} means: an archive for a container engine. */
  Export loaded(OutputStream engine) {
    return Export.toStream("docker", named(Map.of()), engine);
  }

  private OutputOption.Fields completed(OutputOption.Fields fields) {
    String type = fields.type();
    if (!TYPES.contains(type)) {
      throw new UsageException(
          OPTION + ": there is no type \"" + type + "\"", "the types are " + String.join(", ", TYPES));
    }
    return switch (type) {
      case "image", "oci", "docker" -> new OutputOption.Fields(type, named(fields.attributes()));
      case "registry" -> new OutputOption.Fields("image", with(named(fields.attributes()), "push", "true"));
      default -> fields;
    };
  }

  private Map<String, String> named(Map<String, String> attributes) {
    return attributes.containsKey("name") || tags.isEmpty()
        ? attributes
        : with(attributes, "name", String.join(",", tags));
  }

  private static Map<String, String> with(Map<String, String> attributes, String key, String value) {
    Map<String, String> more = new HashMap<>(attributes);
    more.put(key, value);
    return more;
  }
}
