package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.daemon.DaemonDirectories;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.testing.ClientRun;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.SocketRelay;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS on the way to a real daemon, by each kind of address, as BuildKit's own client has it. */
@ExtendWith(DaemonExtension.class)
@Timeout(60)
class TlsAddressesIT {

  private static final Path CERTIFICATES = Path.of("../testdata/tls").toAbsolutePath().normalize();
  private static final String NO_TRUST =
      "the daemon's certificate is signed by no authority that is trusted here";
  private static final String OTHER_NAME =
      "the daemon's certificate is for another name: No subject alternative DNS name matching %s found";

  @TempDir private static Path folder;
  private static SideDaemon daemon;
  private static SocketRelay relay;
  private static Host host;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    List<String> tls =
        List.of(
            "--tlscacert=" + CERTIFICATES.resolve("ca.pem"),
            "--tlscert=" + CERTIFICATES.resolve("server.pem"),
            "--tlskey=" + CERTIFICATES.resolve("server-key.pem"));
    daemon = SideDaemon.start(beside, tls, Map.of());
    relay = SocketRelay.listen(folder.resolve("relay.sock"), daemon.port());
    host = hostWithHelpers();
  }

  @AfterAll
  static void stop() throws Exception {
    relay.close();
    daemon.close();
  }

  /** A machine whose helper programs all reach the daemon, whatever they are asked for. */
  private static Host hostWithHelpers() throws IOException {
    Path buildctl =
        Host.current().program("buildctl", List.of(DaemonDirectories.of(Host.current()).bin())).orElseThrow();
    for (String name : List.of("ssh", "docker", "podman", "nerdctl", "kubectl")) {
      Path program = folder.resolve(name);
      String dial = "exec " + buildctl + " --addr unix://" + folder.resolve("relay.sock") + " dial-stdio\n";
      Files.writeString(program, "#!/bin/sh\n" + dial);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder + ":" + System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    return new Host(environment, folder, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          tcp://127.0.0.1:PORT                | -                 | ca       | -
          tcp://localhost:PORT                | -                 | ca       | -
          tcp://127.0.0.1:PORT                | buildkitd.example | ca       | -
          tcp://127.0.0.1:PORT                | -                 | other-ca | NO TRUST
          tcp://127.0.0.1:PORT                | other.example     | ca       | other.example
          unix://FOLDER/relay.sock            | -                 | ca       | -
          unix://FOLDER/relay.sock            | buildkitd.example | ca       | -
          unix://FOLDER/relay.sock            | -                 | other-ca | NO TRUST
          unix://FOLDER/relay.sock            | other.example     | ca       | other.example
          ssh://me@localhost:22               | -                 | ca       | -
          ssh://me@far:22                     | -                 | ca       | far
          ssh://far                           | buildkitd.example | ca       | -
          docker-container://buildkitd.example| -                 | ca       | -
          docker-container://some_box         | localhost         | ca       | -
          docker-container://box              | -                 | ca       | box
          docker-container://box              | buildkitd.example | other-ca | NO TRUST
          podman-container://box              | buildkitd.example | ca       | -
          podman-container://box              | -                 | ca       | box
          nerdctl-container://box?namespace=n | localhost         | ca       | -
          kube-pod://pod?namespace=n          | buildkitd.example | ca       | -
          kube-pod://pod                      | -                 | ca       | pod
          """)
  void speaksTlsWhereTheReferenceDoes(String pattern, String name, String authority, String refusal)
      throws Exception {
    String address = pattern.replace("PORT", "" + daemon.port()).replace("FOLDER", folder.toString());
    List<String> words = new ArrayList<>(List.of("--addr", address));
    words.addAll(List.of("--tlscacert", CERTIFICATES.resolve(authority + ".pem").toString()));
    words.addAll(List.of("--tlscert", CERTIFICATES.resolve("client.pem").toString()));
    words.addAll(List.of("--tlskey", CERTIFICATES.resolve("client-key.pem").toString()));
    if (name != null) {
      words.addAll(List.of("--tlsservername", name));
    }
    words.addAll(List.of("debug", "info"));
    ClientRun stock = ClientRun.stock(new ClientRun.Given(folder, host.environment(), new byte[0]), words);

    TlsSettings tls =
        TlsSettings.trusting(CERTIFICATES.resolve(authority + ".pem"))
            .withCertificate(CERTIFICATES.resolve("client.pem"), CERTIFICATES.resolve("client-key.pem"))
            .withServerName(name == null ? "" : name);
    Optional<String> refused = refused(DaemonAddress.parse(address), tls);

    assertThat(refused.isPresent()).as("refused, as for the reference: %s", stock.err()).isEqualTo(stock.exitCode() > 0);
    assertThat(refused).isEqualTo(Optional.ofNullable(refusal).map(TlsAddressesIT::reason));
  }

  private static String reason(String refusal) {
    return refusal.equals("NO TRUST") ? NO_TRUST : OTHER_NAME.formatted(refusal);
  }

  private static Optional<String> refused(DaemonAddress address, TlsSettings tls) {
    try (DaemonClient client = DaemonClient.connect(address, ConnectOptions.defaults().withTls(tls), host)) {
      assertThat(client.info().packageName()).isEqualTo("github.com/moby/buildkit");
      return Optional.empty();
    } catch (DaemonException e) {
      String start = "cannot reach a BuildKit daemon at " + address + ": ";
      assertThat(e).hasMessageStartingWith(start);
      return Optional.of(String.valueOf(e.getMessage()).substring(start.length()));
    }
  }
}
