package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerCredentialsTest {

  private static final String CONFIG =
      """
      {
        "HttpHeaders": {"x": "y"},
        "auths": {
          "plain.example": {"auth": "dXNlcjpwYTpzcw=="},
          "https://url.example/v2/": {"username": "u", "password": "p"},
          "https://index.docker.io/v1/": {"auth": "aHViOmh1Yg==", "identitytoken": "tok"},
          "odd.example": {"email": 7}
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
  void findsARegistryInTheFile(String host, String username, String password, String token) throws Exception {
    Files.writeString(folder.resolve("config.json"), CONFIG);

    assertThat(DockerCredentials.in(folder).forHost(host))
        .isEqualTo(new Credentials(username, password, token, ""));
  }

  @Test
  void knowsNobodyWithoutAFile() throws Exception {
    assertThat(ofUser("DOCKER_CONFIG", "" + folder).forHost("plain.example")).isEqualTo(Credentials.none());
  }

  @Test
  void aBrokenFileHoldsNobodyAndItsContentIsNotShown() throws Exception {
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
          []                                       | json: cannot unmarshal array into Go value of type configfile.ConfigFile
          {"auths":[]}                             | json: cannot unmarshal array into Go struct field ConfigFile.auths of type map[string]types.AuthConfig
          {"credsStore":5}                         | json: cannot unmarshal number into Go struct field ConfigFile.credsStore of type string
          x                                        | invalid character 'x' looking for beginning of value
          {"auths":{"a":{"auth":"dTp?"}}}          | illegal base64 data at input byte 3
          {"auths":{"a":{"auth":"aHVudGVyMg=="}}}  | invalid auth configuration file
          {"auths":{"a":{"auth":"Omh1bnRlcjI="}}}  | invalid auth configuration file
          """)
  void saysWhatIsWrongWithTheFile(String text, String problem) throws Exception {
    Files.writeString(folder.resolve("config.json"), text);

    assertThat(DockerCredentials.in(folder).fileProblem())
        .contains("parsing config file (" + folder.resolve("config.json") + "): " + problem);
  }

  @Test
  void anEmptyFileIsNoProblemAndAFolderIs() throws Exception {
    Files.writeString(folder.resolve("config.json"), "");
    assertThat(DockerCredentials.in(folder).fileProblem()).isEmpty();

    Files.createDirectories(folder.resolve("sub/config.json"));
    assertThat(DockerCredentials.in(folder.resolve("sub")).fileProblem().orElse(""))
        .startsWith("loading config file: open " + folder.resolve("sub/config.json") + ": ");
  }

  @Test
  void theFileIsReadOnceAndAHelperAskedOnceForARegistry() throws Exception {
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
  void theFileIsTheUsersOrWhereTheVariableSays() throws Exception {
    Files.createDirectories(folder.resolve(".docker"));
    Files.writeString(folder.resolve(".docker/config.json"), "{\"auths\":{\"a\":{\"auth\":\"dTpo\"}}}");
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/config.json"), "{\"auths\":{\"a\":{\"auth\":\"dTpv\"}}}");

    assertThat(ofUser().forHost("a").password()).isEqualTo("h");
    assertThat(ofUser("DOCKER_CONFIG", "other").forHost("a").password()).isEqualTo("o");
    assertThat(ofUser("DOCKER_CONFIG", "none").forHost("a")).isEqualTo(Credentials.none());
  }

  @Test
  void theVariableGoesBeforeTheFile() throws Exception {
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
          []                                       | json: cannot unmarshal array into Go value of type configfile.configEnv
          x                                        | invalid character 'x' looking for beginning of value
          """)
  void aVariableThatIsNotValidHoldsNobody(String text, String problem) throws Exception {
    ByteArrayOutputStream refusals = new ByteArrayOutputStream();
    Surroundings user = new Surroundings(folder, Map.of("HOME", "" + folder, "DOCKER_AUTH_CONFIG", text));
    DockerCredentials credentials = DockerCredentials.ofUser(user, new PrintStream(refusals, true));
    assertThat(refusals.toString()).isEmpty();

    assertThat(credentials.forHost("a")).isEqualTo(Credentials.none());
    assertThat(credentials.forHost("a")).isEqualTo(Credentials.none());
    assertThat(credentials.forHost("b")).isEqualTo(Credentials.none());

    assertThat(credentials.variableProblem()).contains("parsing DOCKER_AUTH_CONFIG: " + problem);
    String refusal = "Failed to create credential store from DOCKER_AUTH_CONFIG:  " + problem + "\n";
    assertThat(refusals).hasToString(refusal + refusal);
  }

  @Test
  void whereNothingIsConfiguredTheSystemsHelperIsAsked() throws Exception {
    program("pass", "");
    program("docker-credential-pass", "echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");

    assertThat(ofUser("PATH", bin()).forHost("a")).isEqualTo(new Credentials("u", "s", "", ""));
    assertThat(ofUser("PATH", folder.toString()).forHost("a")).isEqualTo(Credentials.none());
  }

  private String bin() {
    return folder.resolve("bin") + ":/usr/bin:/bin";
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private DockerCredentials ofHelper(String config, Duration patience, ByteArrayOutputStream err) throws IOException {
    Files.createDirectories(folder.resolve(".docker"));
    Files.writeString(folder.resolve(".docker/config.json"), config);
    Surroundings user =
        new Surroundings(folder, Map.of("HOME", folder.toString(), "PATH", bin(), "DOCKER_TEST", "in the environment"));
    CredentialHelper helper = new CredentialHelper(user, new PrintStream(err, true), patience);
    return DockerCredentials.ofUser(user, helper, refusal -> {});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing | exec: "docker-credential-missing": executable file not found in $PATH, out: ``
          fails   | exit status 3, out: `said`
          url     | no credentials server URL, out: `no credentials server URL`
          """)
  void aHelperThatFailsIsToldOfInTheReferencesWords(String name, String problem) throws Exception {
    program("docker-credential-fails", "echo said; exit 3");
    program("docker-credential-url", "echo no credentials server URL; exit 1");
    DockerCredentials credentials =
        ofHelper("{\"credsStore\":\"" + name + "\"}", Duration.ofMinutes(1), new ByteArrayOutputStream());

    assertThatThrownBy(() -> credentials.forHost("a"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("error getting credentials - err: " + problem);
  }

  @Test
  void aHelperSpeaksToTheUserAndRunsAsTheUserWould() throws Exception {
    program(
        "docker-credential-speaks",
        "read registry; printf 'a hint: ' >&2; pwd >&2\n"
            + "printf '{\"Username\":\"%s\",\"Secret\":\"%s\"}' \"$registry\" \"$DOCKER_TEST\"");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String config =
        "{\"credsStore\":\"speaks\",\"auths\":{\"a\":{\"auth\":\"dTpw\",\"registrytoken\":\"token\"}}}";

    assertThat(ofHelper(config, Duration.ofMinutes(1), err).forHost("a"))
        .isEqualTo(new Credentials("a", "in the environment", "", "token"));
    assertThat(err).hasToString("a hint: " + folder.toRealPath() + "\n");
  }

  @Test
  void aHelperThatKnowsNobodyIsNoFailure() throws Exception {
    program("docker-credential-none", "echo credentials not found in native keychain; exit 1");

    assertThat(ofHelper("{\"credsStore\":\"none\"}", Duration.ofMinutes(1), new ByteArrayOutputStream()).forHost("a"))
        .isEqualTo(Credentials.none());
  }

  @Test
  @Timeout(30)
  void aHelperThatHangsIsGivenUpAndHoldsUpNoOther() throws Exception {
    program("docker-credential-hangs", "touch started; exec sleep 60");
    program("docker-credential-works", "echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");
    DockerCredentials credentials =
        ofHelper(
            "{\"credHelpers\":{\"a\":\"hangs\",\"b\":\"works\"}}", Duration.ofSeconds(4), new ByteArrayOutputStream());
    CompletableFuture<Throwable> hung = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> hung.complete(catchThrowable(() -> credentials.forHost("a"))));
    while (Files.notExists(folder.resolve("started"))) {
      Thread.sleep(20);
    }

    assertThat(credentials.forHost("b").username()).isEqualTo("u");
    assertThat(credentials.forHost("c")).isEqualTo(Credentials.none());
    assertThat(hung).isNotDone();
    assertThat(hung.get())
        .hasMessage(
            "error getting credentials - err: no answer from docker-credential-hangs within 4 s, out: ``");
  }

  @Test
  @Timeout(30)
  void anAnswerWithoutAnEndIsRefused() throws Exception {
    program("docker-credential-endless", "exec cat /dev/zero");
    DockerCredentials credentials =
        ofHelper("{\"credsStore\":\"endless\"}", Duration.ofMinutes(1), new ByteArrayOutputStream());

    assertThatThrownBy(() -> credentials.forHost("a")).hasMessageContaining("its answer has more than 1048576 bytes");
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
