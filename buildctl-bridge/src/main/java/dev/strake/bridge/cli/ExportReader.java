package dev.strake.bridge.cli;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is to come of the result into exports. */
final class ExportReader {

  private final Streams streams;
  private final Path folder;

  /** @param folder relative destinations begin here */
  ExportReader(Streams streams, Path folder) {
    this.streams = streams;
    this.folder = folder;
  }

  /** @param loader takes the image where it is to be loaded into a container engine */
  List<Export> read(ResultOptions given, Optional<ImageLoader> loader) throws HostFailure {
    List<String> names = given.tags.stream().map(ExportReader::imageName).toList();
    ExportOption option = new ExportOption(streams, folder, names);
    List<Export> exports = new ArrayList<>(given.outputs.stream().map(option::parse).toList());
    boolean image = exports.stream().anyMatch(export -> export.type().equals("image"));
    if (exports.isEmpty() && !given.tags.isEmpty() && loader.isEmpty() || given.push && !image) {
      exports.add(option.image());
    }
    if (given.push) {
      exports.replaceAll(ExportReader::pushed);
    }
    loader.ifPresent(engine -> exports.add(option.loaded(engine.stream())));
    Map<String, String> annotations = AnnotationOption.attributes(given.annotations);
    exports.replaceAll(export -> annotated(export, annotations));
    for (Export export : exports) {
      requireWritable(export);
    }
    return exports;
  }

  private static Export pushed(Export export) {
    if (!export.type().equals("image")) {
      return export;
    }
    if (!export.attributes().containsKey("name")) {
      throw new UsageException("--push: the image has no name", "name it with --tag");
    }
    return with(export, Map.of("push", "true"));
  }

  private static Export annotated(Export export, Map<String, String> annotations) {
    boolean image =
        switch (export.type()) {
          case "image", "oci", "docker" -> true;
          default -> false;
        };
    return image ? with(export, annotations) : export;
  }

  private static Export with(Export export, Map<String, String> more) {
    Map<String, String> attributes = new LinkedHashMap<>(export.attributes());
    attributes.putAll(more);
    return new Export(export.type(), attributes, export.destination());
  }

  /** The whole name, as registries and image stores know it: {@code docker.io/library/app:latest} for {@code app}. */
  private static String imageName(String tag) {
    try {
      return ImageReference.parseNormalized(tag).withDefaultTag().toString();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--tag=" + tag + ": " + e.getMessage(), "write a name such as app:1 or registry.example/app:1");
    }
  }

  /** Found out now rather than after a long build. */
  private static void requireWritable(Export export) throws HostFailure {
    try {
      export.requireWritable();
    } catch (IOException e) {
      throw new HostFailure(CliDiagnostics.notWritable(FileErrors.describe(e)));
    }
  }
}
