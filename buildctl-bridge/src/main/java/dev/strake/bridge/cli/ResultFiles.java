package dev.strake.bridge.cli;

import dev.strake.bridge.result.MetadataJson;
import dev.strake.bridge.result.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Writes what the exporters told: {@code --metadata-file} and {@code --iidfile}. */
final class ResultFiles {

  private ResultFiles() {}

  /** All of it as JSON, sorted by key; a value that is JSON in base64 becomes that JSON. */
  static void writeMetadata(Path file, Map<String, String> response) throws IOException {
    ResultFile.write(file, MetadataJson.of(response) + "\n");
  }

  /** The image's digest: its configuration's where the exporter tells it. */
  static void writeImageId(Path file, Map<String, String> response) throws IOException {
    String digest =
        imageId(response)
            .orElseThrow(
                () -> new IOException("--iidfile: this build's result is no image; add -o type=image, oci or docker"));
    ResultFile.write(file, digest);
  }

  /** The same; absent where the result is no image. */
  static Optional<String> imageId(Map<String, String> response) {
    return Optional.ofNullable(
        response.getOrDefault("containerimage.config.digest", response.get("containerimage.digest")));
  }
}
