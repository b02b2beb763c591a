package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.daemon.DaemonDirectories;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.LocalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real daemon behind the programs that carry a connection; the programs are stand-ins that write down their words. */
@ExtendWith(DaemonExtension.class)
@Timeout(60)
class HelperConnectionIT {

  private static final int LARGE = 20_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh://me@far:22/run/b.sock | ssh -l me -p 22 -- far buildctl --addr unix:///run/b.sock dial-stdio
          docker-container://box?context=far | docker --context=far exec -i box buildctl dial-stdio
          podman-container://box | podman exec -i box buildctl dial-stdio
          nerdctl-container://box | nerdctl exec -i box buildctl dial-stdio
          kube-pod://pod?namespace=n | kubectl --context= --namespace=n exec --container= -i pod -- buildctl dial-stdio
          """)
  void buildsThroughAProgram(String address, String words, TestDaemon daemon) throws Exception {
    Path log = folder.resolve("log");
    Host host =
        host(words.substring(0, words.indexOf(' ')), "echo \"${0##*/} $*\" >> " + log + "\nexec " + dial(daemon));
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.write(context.resolve("large"), new byte[LARGE]);
    Path out = folder.resolve("out");
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.local("context", LocalOptions.NONE))
            .session(SessionSpec.builder().local("context", context).build())
            .export(Export.toDirectory("local", Map.of(), out))
            .build();

    try (DaemonClient client = connect(address, host)) {
      client.solve(spec, ProgressListener.none()).await();
    }

    assertThat(out.resolve("large")).hasSize(LARGE);
    assertThat(Files.readAllLines(log)).containsExactly(words);
  }

  @Test
  void passesOnWhatTheProgramSays() throws Exception {
    Host host = host("docker", "echo 'Error: No such container: box' >&2\nexit 1");

    try (DaemonClient client = connect("docker-container://box", host)) {
      assertUnreachable(
          client,
          "cannot reach a BuildKit daemon at docker-container://box: docker exec -i box buildctl dial-stdio has ended"
              + " with exit code 1: Error: No such container: box");
    }
  }

  @Test
  void saysThatTheProgramIsMissing() {
    Host host = new Host(Map.of("PATH", folder.toString()), folder, true);

    try (DaemonClient client = connect("nerdctl-container://box", host)) {
      assertUnreachable(
          client,
          "cannot reach a BuildKit daemon at nerdctl-container://box: nerdctl is not installed, or not on the PATH");
    }
  }

  @Test
  void givesUpOnAProgramThatSaysNothing() throws Exception {
    Path pid = folder.resolve("pid");
    Host host = host("ssh", "echo $$ > " + pid + "\nexec sleep 1000");

    try (DaemonClient client = connect("ssh://far", host)) {
      assertThatThrownBy(client::info).hasMessage("no answer from ssh://far within 3000 ms");
    }

    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .satisfies(left -> left.ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10))));
  }

  private static void assertUnreachable(DaemonClient client, String message) {
    assertThatThrownBy(client::info)
        .hasMessage(message)
        .satisfies(
            failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(DaemonException.Kind.UNAVAILABLE));
  }

  private static DaemonClient connect(String address, Host host) {
    ConnectOptions options = ConnectOptions.defaults().withCallTimeout(Duration.ofSeconds(3));
    return DaemonClient.connect(DaemonAddress.parse(address), options, host);
  }

  private static String dial(TestDaemon daemon) {
    Host host = Host.current();
    Path buildctl = host.program("buildctl", List.of(DaemonDirectories.of(host).bin())).orElseThrow();
    return buildctl + " --addr " + daemon.address() + " dial-stdio";
  }

  /** A machine that has this one program besides the usual ones. */
  private Host host(String program, String script) throws IOException {
    Path file = folder.resolve(program);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PATH", folder + ":" + environment.get("PATH"));
    return new Host(environment, folder, true);
  }
}
