package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.session.DockerCredentials;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.TestRegistry;
import dev.strake.bridge.testing.TokenServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Images and caches go to real registries and come back: one open, one with passwords, one with tokens over TLS. */
@ExtendWith(DaemonExtension.class)
@Timeout(120)
class RegistryIT {

  private static final String USER = "builder";
  private static final String PASSWORD = "registry-pass";
  private static final String HASH = "$2b$04$CeyyvaufQcMMrvpQ6SClK.rI3vB3oBvnNpAPTTi6g7ZTBp93fDsIK";
  private static final Path TLS = Path.of("../testdata/tls").toAbsolutePath().normalize();

  @TempDir static Path files;
  private static TestRegistry open;
  private static TestRegistry guarded;
  private static TestRegistry tokens;
  private static TokenServer tokenServer;
  private static SideDaemon daemon;

  @TempDir Path folder;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    open = TestRegistry.start("", "");
    Path passwords = Files.writeString(files.resolve("htpasswd"), USER + ":" + HASH + "\n");
    guarded =
        TestRegistry.start("", "auth:\n  htpasswd:\n    realm: test\n    path: %s\n".formatted(passwords));
    tokenServer =
        TokenServer.start(PemFile.read(TLS.resolve("server-key.pem")).privateKey(), TLS.resolve("server.pem"), USER, PASSWORD);
    String tls =
        "  tls:\n    certificate: %s\n    key: %s\n".formatted(TLS.resolve("server.pem"), TLS.resolve("server-key.pem"));
    tokens = TestRegistry.start(tls, tokenServer.registrySettings(TLS.resolve("ca.pem")));
    Path settings =
        Files.writeString(
            files.resolve("buildkitd.toml"),
            "[registry.\"%s\"]\n  http = false\n  ca = [\"%s\"]\n".formatted(tokens.host(), TLS.resolve("ca.pem")));
    daemon = SideDaemon.start(beside, List.of("--config=" + settings), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable started : new AutoCloseable[] {daemon, open, guarded, tokens, tokenServer}) {
      if (started != null) {
        started.close();
      }
    }
  }

  @Test
  void aCacheComesBackToAPrunedDaemon() throws Exception {
    assertCacheComesBack(CacheEntry.registry(open.host() + "/cache:open"), CacheEntry.registry(open.host() + "/cache:open"));
    assertCacheComesBack(
        CacheEntry.registry(guarded.host() + "/cache:guarded"), CacheEntry.registry(guarded.host() + "/cache:guarded"));
    assertCacheComesBack(
        CacheEntry.registry(tokens.host() + "/cache:tokens"), CacheEntry.registry(tokens.host() + "/cache:tokens"));
    assertThat(tokenServer.requests()).contains("POST");
  }

  @Test
  void aCacheInAFolderComesBackToAPrunedDaemon() throws Exception {
    Path cache = folder.resolve("cache");
    assertCacheComesBack(CacheEntry.localExport(cache).with("tag", "mine"), CacheEntry.localImport(cache).with("tag", "mine"));
    assertThat(cache.resolve("ingest")).doesNotExist();
    assertThat(cache.resolve("index.json")).content().contains("\"org.opencontainers.image.ref.name\":\"mine\"");

    assertCacheComesBack(
        CacheEntry.localExport(cache).with("tag", "mine").with("reset", "true"),
        CacheEntry.localImport(cache).with("tag", "mine"));
    try (var blobs = Files.list(cache.resolve("blobs/sha256"))) {
      // The manifest, its configuration, and what the step has written.
      assertThat(blobs.count()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void aCacheThatIsNotThereIsNoticedAndNoFailure() throws Exception {
    List<String> notices = new ArrayList<>();
    ProgressListener listener = ProgressListener.none().withNotices(notices::add);
    try (DaemonClient client = client()) {
      client
          .solve(spec("true").cacheImport(CacheEntry.localImport(folder.resolve("none"))).build(), listener)
          .await();
    }
    String place = folder.resolve("none").toString();
    assertThat(notices)
        .containsExactly(
            "local cache import at %1$s skipped due to err: could not read %1$s/index.json: open %1$s/index.json:"
                .formatted(place)
                + " no such file or directory");
  }

  @Test
  void anImageIsPushedAndFound() throws Exception {
    for (TestRegistry registry : List.of(open, guarded, tokens)) {
      String name = registry.host() + "/image:1";
      List<ProgressEvent> events = new ArrayList<>();
      try (DaemonClient client = client()) {
        client
            .solve(
                spec("echo pushed > /out/file")
                    .export(Export.onDaemon("image", Map.of("name", name, "push", "true")))
                    .build(),
                events::addAll)
            .await();
      }
      assertThat(inspect(name)).as(name).contains("\"Layers\"");
      assertThat(events.toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void aWrongPasswordIsToldWithoutTheWord() throws Exception {
    for (TestRegistry registry : List.of(guarded, tokens)) {
      SessionSpec session = session("true", "not-the-password");
      Export export =
          Export.onDaemon("image", Map.of("name", registry.host() + "/image:2", "push", "true"));
      try (DaemonClient client = client()) {
        SolveSpec spec = SolveSpec.ofFrontend("dockerfile.v0").session(session).export(export).build();
        assertThatThrownBy(() -> client.solve(spec, ProgressListener.none()).await())
            .hasMessageContaining("401")
            .hasMessageNotContaining("not-the-password");
      }
    }
  }

  private void assertCacheComesBack(CacheEntry target, CacheEntry source) throws Exception {
    String command = "head -c 16 /dev/urandom | od > /out/" + System.nanoTime();
    try (DaemonClient client = client()) {
      SolveSpec first = spec(command).cacheExport(target.with("mode", "max")).build();
      assertThat(cached(client, first)).isFalse();
      client.prune(PruneSpec.unused().withAll(), record -> {}).await();
      assertThat(cached(client, spec(command).cacheImport(source).build())).as("%s", source).isTrue();
    }
  }

  /** Whether the step came from a cache. */
  private static boolean cached(DaemonClient client, SolveSpec spec) throws Exception {
    List<ProgressEvent> events = new ArrayList<>();
    client.solve(spec, events::addAll).await();
    return events.stream()
        .anyMatch(
            event ->
                event instanceof ProgressEvent.VertexChanged step && step.cached() && step.name().contains("RUN"));
  }

  private SolveSpec.Builder spec(String command) throws Exception {
    return SolveSpec.ofFrontend("dockerfile.v0").session(session(command, PASSWORD));
  }

  private SessionSpec session(String command, String password) throws Exception {
    Path dockerfile = Files.createTempDirectory(folder, "dockerfile");
    Files.writeString(
        dockerfile.resolve("Dockerfile"), "FROM scratch\nCOPY . /\nRUN mkdir -p /out && " + command + "\n");
    Path config = Files.createDirectories(folder.resolve("docker-" + password));
    String auth = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        config.resolve("config.json"),
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"},\"%s\":{\"auth\":\"%s\"}}}"
            .formatted(guarded.host(), auth, tokens.host(), auth));
    return SessionSpec.builder()
        .sharedKey(dockerfile.toString())
        .local("context", Builds.base())
        .local("dockerfile", dockerfile)
        .credentials(DockerCredentials.in(config))
        .build();
  }

  private static DaemonClient client() {
    return DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  private static String inspect(String name) throws Exception {
    StringBuilder output = new StringBuilder();
    Command.of(
            "skopeo", "inspect", "--tls-verify=false", "--creds", USER + ":" + PASSWORD, "docker://" + name)
        .run(line -> output.append(line).append('\n'));
    return output.toString();
  }
}
