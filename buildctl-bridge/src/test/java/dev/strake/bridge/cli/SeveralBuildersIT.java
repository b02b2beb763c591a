package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.ImageLayout;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.TestRegistry;
import dev.strake.bridge.testing.TokenServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two daemons build for three platforms, and one index comes of it: in a registry with TLS and tokens, in a layout. */
@ExtendWith(DaemonExtension.class)
@Timeout(180)
class SeveralBuildersIT {

  private static final String USER = "builder";
  private static final String PASSWORD = "registry-pass";
  private static final Path TLS = Path.of("../testdata/tls").toAbsolutePath().normalize();
  private static final List<String> PLATFORMS = List.of("linux/arm64", "linux/amd64", "linux/s390x");

  private static final String IMAGE =
      """
      FROM busybox
      ARG TARGETARCH
      RUN uname -m > /machine
      LABEL arch=$TARGETARCH
      """;

  @TempDir static Path files;
  private static TokenServer tokenServer;
  private static TestRegistry registry;
  private static SideDaemon first;
  private static SideDaemon second;

  @TempDir Path folder;
  private TestSession session;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    Path key = TLS.resolve("server-key.pem");
    tokenServer =
        TokenServer.start(PemFile.read(key).privateKey(), TLS.resolve("server.pem"), USER, PASSWORD);
    String tls = "  tls:\n    certificate: %s\n    key: %s\n".formatted(TLS.resolve("server.pem"), key);
    registry = TestRegistry.start(tls, tokenServer.registrySettings(TLS.resolve("ca.pem")));
    Path settings =
        Files.writeString(
            files.resolve("buildkitd.toml"),
            "[registry.\"%s\"]\n  http = false\n  ca = [\"%s\"]\n".formatted(registry.host(), TLS.resolve("ca.pem")));
    first = SideDaemon.start(beside, List.of("--config=" + settings), Map.of());
    second = SideDaemon.start(beside, List.of("--config=" + settings), Map.of());
    String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        files.resolve("config.json"), "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), login));
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable started : new AutoCloseable[] {first, second, registry, tokenServer}) {
      if (started != null) {
        started.close();
      }
    }
  }

  @BeforeEach
  void builders() throws IOException {
    session = TestSession.withCacheOfUser(folder, Map.of("DOCKER_CONFIG", files.toString(), "SOURCE_DATE_EPOCH", "1"));
    Files.writeString(folder.resolve("Dockerfile"), IMAGE);
    builders(second.address());
  }

  private void builders(String secondAddress) throws IOException {
    Files.writeString(
        folder.resolve("builders"),
        "linux/amd64=" + first.address() + "\nlinux/arm64,linux/s390x=" + secondAddress + "\n");
  }

  @Test
  void theIndexOfTwoDaemonsIsThatOfOne() throws Exception {
    String host = registry.host();
    String reproducible = "type=image,push=true,rewrite-timestamp=true,\"name=%s\"";

    build(
        "--addr", first.address(), "--metadata-file", "single.json",
        "-o", reproducible.formatted(host + "/single:1"));
    build(
        "--builder", "builders", "--metadata-file", "shared.json",
        "-o", reproducible.formatted(host + "/shared:1," + host + "/shared:latest"));

    assertThat(session.err()).contains("linux/amd64 [", "linux/arm64,linux/s390x [").doesNotContain(PASSWORD);
    assertThat(raw("shared:1")).isEqualTo(raw("single:1"));
    assertThat(raw("shared:latest")).isEqualTo(raw("single:1"));
    assertThat(metadata("shared.json").text("containerimage.digest"))
        .startsWith("sha256:")
        .isEqualTo(metadata("single.json").text("containerimage.digest"));
    assertThat(Json.read(raw("shared:1").getBytes(StandardCharsets.UTF_8)).list("manifests"))
        .extracting(image -> image.at("platform").text("architecture"))
        .containsExactly("arm64", "amd64", "s390x");
    assertThat(skopeo("inspect", "--override-arch", "s390x", image("shared:1"))).contains("\"arch\": \"s390x\"");
  }

  @Test
  void statementsAboutTheImagesAreKept() throws Exception {
    build("--builder", "builders", "--provenance", "-t", registry.host() + "/stated:1", "--push");

    List<Json> manifests = Json.read(raw("stated:1").getBytes(StandardCharsets.UTF_8)).list("manifests");
    assertThat(manifests).hasSize(6);
    for (int i = 0; i < 3; i++) {
      Json statement = manifests.get(i + 3);
      assertThat(statement.at("annotations").text("vnd.docker.reference.digest"))
          .isEqualTo(manifests.get(i).text("digest"));
      assertThat(skopeo("inspect", "--raw", image("stated@" + statement.text("digest"))))
          .contains("https://slsa.dev/provenance/");
    }
  }

  @Test
  void aLayoutHoldsTheImagesOfAll() throws Exception {
    build("--builder", "builders", "-o", "type=oci,tar=false,dest=layout", "-t", "app:1");

    ImageLayout layout = new ImageLayout(folder.resolve("layout"));
    assertThat(layout.indexed()).extracting(ImageLayout.Image::platform).containsExactlyElementsOf(PLATFORMS);
    for (ImageLayout.Image image : layout.indexed()) {
      assertThat(layout.blob(image.digest()).list("layers"))
          .isNotEmpty()
          .allSatisfy(layer -> assertThat(layout.file(layer.text("digest"))).exists());
    }
    try (var rest = Files.list(folder.resolve("layout"))) {
      assertThat(rest.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("blobs", "index.json", "oci-layout");
    }
    assertThat(skopeo("inspect", "--override-arch", "arm64", "oci:" + folder.resolve("layout") + ":1"))
        .contains("\"Architecture\": \"arm64\"");
  }

  @Test
  void aFailureNamesItsBuilder() throws Exception {
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM busybox\nARG TARGETARCH\nRUN if [ $TARGETARCH = s390x ]; then exit 7; fi\n");

    assertThat(run("--builder", "builders", "-t", registry.host() + "/failed:1", "--push")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("exit code: 7")
        .contains("Dockerfile:3")
        .contains("this failed at the builder " + second.address() + " (linux/arm64,linux/s390x)");
  }

  @Test
  void aBuilderThatDoesNotAnswerIsNamed() throws Exception {
    builders("unix://" + folder.resolve("nobody.sock"));

    assertThat(run("--builder", "builders", "-t", registry.host() + "/failed:1", "--push")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("cannot reach a BuildKit daemon")
        .contains("this failed at the builder unix://" + folder.resolve("nobody.sock"));
  }

  @Test
  void whatCannotBeSharedIsRefusedAtOnce() {
    for (List<String> wrong :
        List.of(
            List.of("--addr", first.address(), "--push", "-t", "localhost/a"),
            List.of("-t", "localhost/a"),
            List.of("-o", "type=oci,dest=a.tar"),
            List.of("-o", "type=oci,tar=false,dest=a", "--cache-to", "type=local,dest=cache"))) {
      List<String> words = new ArrayList<>(List.of("--builder", "builders"));
      words.addAll(wrong);
      assertThat(run(words.toArray(String[]::new))).as("%s", wrong).isEqualTo(ExitCode.USAGE);
    }
  }

  private void build(String... arguments) {
    assertThat(run(arguments)).as(session.err()).isEqualTo(ExitCode.OK);
  }

  private int run(String... arguments) {
    String platforms = String.join(",", PLATFORMS);
    List<String> words = new ArrayList<>(List.of("build", "--progress=plain", "--platform", platforms));
    words.addAll(List.of("--build-context", "busybox=rootfs:busybox", "."));
    words.addAll(
        List.of("--registry-auth-tlscontext", "host=" + registry.host() + ",ca=" + TLS.resolve("ca.pem")));
    words.addAll(List.of(arguments));
    return session.run(words.toArray(String[]::new));
  }

  private Json metadata(String name) throws IOException {
    return Json.read(Files.readAllBytes(folder.resolve(name)));
  }

  private static String image(String name) {
    return "docker://" + registry.host() + "/" + name;
  }

  private static String raw(String name) throws Exception {
    return skopeo("inspect", "--raw", image(name));
  }

  private static String skopeo(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("skopeo"));
    command.addAll(List.of(words));
    if (words[words.length - 1].startsWith("docker://")) {
      command.addAll(command.size() - 1, List.of("--tls-verify=false", "--creds", USER + ":" + PASSWORD));
    }
    StringBuilder output = new StringBuilder();
    assertThat(Command.of(command).run(line -> output.append(line).append('\n'))).as("%s", output).isZero();
    return output.toString();
  }
}
