package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

  @TempDir Path folder;

  @Test
  void metadataUnpacksJsonAndSortsKeys() throws IOException {
    Path file = folder.resolve("m.json");

    ResultFiles.writeMetadata(
        file, Map.of("b", "plain", "a", base64("{\"size\":[1,\"x\"]}"), "c", base64("{}"), "d", base64("{\"cut")));

    assertThat(file)
        .hasContent(
            """
            {
              "a": {
                "size": [
                  1,
                  "x"
                ]
              },
              "b": "plain",
              "c": "%s",
              "d": "%s"
            }
            """
                .formatted(base64("{}"), base64("{\"cut")));
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
  }

  @Test
  void imageIdIsTheConfigurationsDigest() throws IOException {
    Path file = folder.resolve("id");
    Map<String, String> response =
        Map.of("containerimage.digest", "sha256:m", "containerimage.config.digest", "sha256:c");

    ResultFiles.writeImageId(file, response);

    assertThat(file).hasContent("sha256:c");
    assertThatThrownBy(() -> ResultFiles.writeImageId(file, Map.of())).hasMessageContaining("is no image");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
