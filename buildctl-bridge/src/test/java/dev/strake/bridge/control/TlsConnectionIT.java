package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.LocalOptions;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real daemon behind mutual TLS. */
@ExtendWith(DaemonExtension.class)
@Timeout(60)
class TlsConnectionIT {

  private static final Path CERTIFICATES = Path.of("../testdata/tls").toAbsolutePath().normalize();
  private static final TlsSettings TRUSTING = TlsSettings.trusting(CERTIFICATES.resolve("ca.pem"));
  private static final TlsSettings MUTUAL =
      TRUSTING.withCertificate(CERTIFICATES.resolve("client.pem"), CERTIFICATES.resolve("client-key.pem"));

  private static SideDaemon daemon;

  @TempDir Path folder;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    daemon =
        SideDaemon.start(
            beside,
            List.of(
                "--tlscacert=" + CERTIFICATES.resolve("ca.pem"),
                "--tlscert=" + CERTIFICATES.resolve("server.pem"),
                "--tlskey=" + CERTIFICATES.resolve("server-key.pem")),
            Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  private static DaemonClient connect(TlsSettings tls) {
    return DaemonClient.connect(DaemonAddress.parse(daemon.address()), ConnectOptions.defaults().withTls(tls));
  }

  @Test
  void buildsThroughMutualTls() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("hello"), "hello");
    Path out = folder.resolve("out");
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.local("context", LocalOptions.NONE))
            .session(SessionSpec.builder().local("context", context).build())
            .export(Export.toDirectory("local", Map.of(), out))
            .build();

    try (DaemonClient client = connect(MUTUAL)) {
      client.solve(spec, ProgressListener.none()).await();
    }

    assertThat(out.resolve("hello")).hasContent("hello");
  }

  @Test
  void takesTheFilesOfAFolder() throws Exception {
    Files.copy(CERTIFICATES.resolve("ca.pem"), folder.resolve("ca.crt"));
    Files.copy(CERTIFICATES.resolve("client.pem"), folder.resolve("tls.crt"));
    assertThatThrownBy(() -> TlsSettings.ofDirectory(folder))
        .hasMessage("directory did not contain one of the needed files: key.pem or tls.key");
    Files.copy(CERTIFICATES.resolve("client-key.pem"), folder.resolve("key.pem"));

    try (DaemonClient client = connect(TlsSettings.ofDirectory(folder).withServerName("buildkitd.example"))) {
      assertThat(client.info().packageName()).isEqualTo("github.com/moby/buildkit");
    }
  }

  @Test
  void refusesAnotherAuthority() {
    assertRefused(
        TlsSettings.trusting(CERTIFICATES.resolve("other-ca.pem")),
        "the daemon's certificate is signed by no authority that is trusted here");
  }

  /** Not even one whose authority the JVM trusts. */
  @Test
  void trustsNobodyWithoutAnAuthority() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", PemFile.read(CERTIFICATES.resolve("ca.pem")).certificates().getFirst());
    Path file = folder.resolve("trust.p12");
    try (OutputStream stream = Files.newOutputStream(file)) {
      store.store(stream, "password".toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", "password");
    try {
      assertRefused(
          new TlsSettings("", Optional.empty(), MUTUAL.certificate(), MUTUAL.key()),
          "the daemon's certificate is signed by no authority that is trusted here");
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }

  @Test
  void refusesAnotherName() {
    assertRefused(
        MUTUAL.withServerName("elsewhere.example"),
        "the daemon's certificate is for another name: No subject alternative DNS name matching elsewhere.example found");
  }

  @Test
  void saysThatTheDaemonWantsACertificate() {
    assertRefused(TRUSTING, "the daemon wants a client certificate, or another one (certificate_required)");
  }

  @Test
  void saysThatTheDaemonSpeaksTls() {
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      assertThatThrownBy(client::info)
          .hasMessage(unreachable("the daemon has closed the connection, which may want TLS"));
    }
  }

  @Test
  void saysThatTheDaemonSpeaksClearText(TestDaemon beside) throws Exception {
    try (SideDaemon plain = SideDaemon.start(beside, List.of(), Map.of());
        DaemonClient client =
            DaemonClient.connect(DaemonAddress.parse(plain.address()), ConnectOptions.defaults().withTls(TRUSTING))) {
      assertThatThrownBy(client::info)
          .hasMessage(
              "cannot reach a BuildKit daemon at " + plain.address() + ": the daemon does not speak TLS");
    }
  }

  @Test
  void refusesFilesThatAreMissing() {
    assertThatThrownBy(() -> connect(TlsSettings.trusting(folder.resolve("none.pem"))))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage("could not read ca certificate: open " + folder.resolve("none.pem") + ": no such file or directory");
  }

  private static void assertRefused(TlsSettings tls, String reason) {
    try (DaemonClient client = connect(tls)) {
      assertThatThrownBy(client::info)
          .hasMessage(unreachable(reason))
          .satisfies(
              failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(DaemonException.Kind.UNAVAILABLE));
    }
  }

  private static String unreachable(String reason) {
    return "cannot reach a BuildKit daemon at " + daemon.address() + ": " + reason;
  }
}
