package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerCredentialsTest {

  private static final String CONFIG =
      """
      {
        "HttpHeaders": {"x": ["y"]},
        "auths": {
          "plain.example": {"auth": "dXNlcjpwYTpzcw=="},
          "https://url.example/v2/": {"username": "u", "password": "p"},
          "https://index.docker.io/v1/": {"auth": "aHViOmh1Yg==", "identitytoken": "tok"},
          "odd.example": 7
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "plain.example, user, pa:ss, ''",
    "url.example, u, p, ''",
    "registry-1.docker.io, hub, hub, tok",
    "odd.example, '', '', ''",
    "unknown.example, '', '', ''",
  })
  void findsARegistryInTheFile(String host, String username, String password, String token) throws IOException {
    Files.writeString(folder.resolve("config.json"), CONFIG);

    assertThat(DockerCredentials.in(folder).forHost(host))
        .isEqualTo(new Credentials(username, password, token, ""));
  }

  @Test
  void knowsNobodyWithoutAFile() {
    assertThat(DockerCredentials.in(folder).forHost("plain.example")).isEqualTo(Credentials.none());
  }

  @Test
  void doesNotShowABrokenFilesContent() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"auths\": {\"a\": {\"auth\": \"c2VjcmV0\", hunter2");

    assertThatThrownBy(() -> DockerCredentials.in(folder).forHost("a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("config.json")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void aToStringHoldsNoSecret() {
    assertThat(new Credentials("name", "hunter2", "token1", "token2").toString())
        .contains("name")
        .doesNotContain("hunter2", "token1", "token2");
    assertThat(new SecretSource.Value("hunter2".getBytes(StandardCharsets.UTF_8)).toString())
        .doesNotContain("hunter2");
  }
}
