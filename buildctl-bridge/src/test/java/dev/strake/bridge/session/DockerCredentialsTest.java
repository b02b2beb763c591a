package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  void aBrokenFileHoldsNobodyAndItsContentIsNotShown() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"auths\": {\"a\": {\"auth\": \"c2VjcmV0\", hunter2");
    DockerCredentials credentials = DockerCredentials.in(folder);

    assertThat(credentials.forHost("a")).isEqualTo(Credentials.none());
    assertThat(credentials.fileProblem())
        .contains(
            "parsing config file (" + folder.resolve("config.json") + "): invalid character 'h' looking for beginning"
                + " of object key string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"auths":                                | unexpected EOF
          x                                        | invalid character 'x' looking for beginning of value
          {"auths":{"a":{"auth":"dTp?"}}}          | illegal base64 data at input byte 3
          {"auths":{"a":{"auth":"aHVudGVyMg=="}}}  | invalid auth configuration file
          {"auths":{"a":{"auth":"Omh1bnRlcjI="}}}  | invalid auth configuration file
          """)
  void saysWhatIsWrongWithTheFile(String text, String problem) throws IOException {
    Files.writeString(folder.resolve("config.json"), text);

    assertThat(DockerCredentials.in(folder).fileProblem())
        .contains("parsing config file (" + folder.resolve("config.json") + "): " + problem);
  }

  @Test
  void anEmptyFileIsNoProblemAndAFolderIs() throws IOException {
    Files.writeString(folder.resolve("config.json"), "");
    assertThat(DockerCredentials.in(folder).fileProblem()).isEmpty();

    Files.createDirectories(folder.resolve("sub/config.json"));
    assertThat(DockerCredentials.in(folder.resolve("sub")).fileProblem().orElse(""))
        .startsWith("loading config file: open " + folder.resolve("sub/config.json") + ": ");
  }

  @Test
  void theFileIsReadOnceAndAHelperAskedOnceForARegistry() throws IOException {
    Files.writeString(folder.resolve("config.json"), CONFIG);
    DockerCredentials credentials = DockerCredentials.in(folder);
    Files.delete(folder.resolve("config.json"));

    assertThat(credentials.forHost("plain.example").username()).isEqualTo("user");
    assertThat(credentials.forHost("plain.example")).isSameAs(credentials.forHost("plain.example"));
  }

  private DockerCredentials ofUser(String... variables) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString()));
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return DockerCredentials.ofUser(new Surroundings(folder, environment));
  }

  @Test
  void theFileIsTheUsersOrWhereTheVariableSays() throws IOException {
    Files.createDirectories(folder.resolve(".docker"));
    Files.writeString(folder.resolve(".docker/config.json"), "{\"auths\":{\"a\":{\"auth\":\"dTpo\"}}}");
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/config.json"), "{\"auths\":{\"a\":{\"auth\":\"dTpv\"}}}");

    assertThat(ofUser().forHost("a").password()).isEqualTo("h");
    assertThat(ofUser("DOCKER_CONFIG", "other").forHost("a").password()).isEqualTo("o");
    assertThat(ofUser("DOCKER_CONFIG", "none").forHost("a")).isEqualTo(Credentials.none());
  }

  @Test
  void theVariableGoesBeforeTheFile() throws IOException {
    Files.createDirectories(folder.resolve(".docker"));
    Files.writeString(
        folder.resolve(".docker/config.json"),
        "{\"auths\":{\"a\":{\"auth\":\"dTpo\"},\"b\":{\"auth\":\"dTpo\"}}}");
    DockerCredentials both = ofUser("DOCKER_AUTH_CONFIG", "{\"auths\":{\"a\":{\"auth\":\"dTp2\"}}}");

    assertThat(both.forHost("a").password()).isEqualTo("v");
    assertThat(both.forHost("b").password()).isEqualTo("h");
    assertThat(both.fileProblem()).isEmpty();
    assertThat(both.variableProblem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                        | unexpected EOF
          {"auths":{"a":{"auth":"hunter2"}}}       | illegal base64 data at input byte 4
          {"auths":{"a":{"auth":"aHVudGVyMg=="}}}  | invalid auth configuration file
          {"auths":{"a":{"password":"hunter2"}}}   | json: unknown field "password"
          {"auths":{"a":{}}}                       | DOCKER_AUTH_CONFIG environment variable is missing key `auth` for a
          {"credsStore":"x"}                       | json: unknown field "credsStore"
          []                                       | json: it is not of the form that is expected
          x                                        | invalid character 'x' looking for beginning of value
          """)
  void aVariableThatIsNotValidHoldsNobody(String text, String problem) {
    List<String> refusals = new ArrayList<>();
    Surroundings user = new Surroundings(folder, Map.of("HOME", "" + folder, "DOCKER_AUTH_CONFIG", text));
    DockerCredentials credentials = DockerCredentials.ofUser(user, refusals::add);
    assertThat(refusals).isEmpty();

    assertThat(credentials.forHost("a")).isEqualTo(Credentials.none());
    assertThat(credentials.forHost("a")).isEqualTo(Credentials.none());
    assertThat(credentials.forHost("b")).isEqualTo(Credentials.none());

    assertThat(credentials.variableProblem()).contains("parsing DOCKER_AUTH_CONFIG: " + problem);
    assertThat(refusals)
        .hasSize(2)
        .containsOnly("Failed to create credential store from DOCKER_AUTH_CONFIG:  " + problem);
  }

  @Test
  void whereNothingIsConfiguredTheSystemsHelperIsAsked() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : List.of("pass", "docker-credential-pass")) {
      Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    // That program is on this user's path, and not on this process's.
    assertThatThrownBy(() -> ofUser("PATH", bin.toString()).forHost("a"))
        .hasMessageContaining("docker-credential-pass");
    assertThat(ofUser("PATH", folder.toString()).forHost("a")).isEqualTo(Credentials.none());
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
