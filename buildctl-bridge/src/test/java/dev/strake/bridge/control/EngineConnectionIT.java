package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.OldEngine;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.LocalOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real daemon behind the socket of a Docker Engine: a newer one takes HTTP/2, as buildkitd itself does. */
@ExtendWith(DaemonExtension.class)
@Timeout(60)
class EngineConnectionIT {

  private static final int LARGE = 20_000_000;

  @TempDir Path folder;

  @Test
  void speaksHttp2ToANewerEngine(TestDaemon daemon) throws Exception {
    assertBuilds(new DaemonAddress.DockerEngine(socketOf(daemon)));
  }

  @Test
  void upgradesTheConnectionsToAnOlderEngine(TestDaemon daemon) throws Exception {
    Path socket = folder.resolve("docker.sock");
    try (OldEngine engine = new OldEngine(socket, socketOf(daemon), "HTTP/1.1 101 Switching Protocols")) {
      assertBuilds(DaemonAddress.parse("unix://" + socket));

      assertThat(engine.requests()).containsExactly("PRI * HTTP/2.0", "POST /grpc HTTP/1.1");
    }
  }

  @Test
  void saysThatAnEngineHasNoBuildKit(TestDaemon daemon) throws Exception {
    Path socket = folder.resolve("docker.sock");
    try (OldEngine engine = new OldEngine(socket, socketOf(daemon), "HTTP/1.1 404 Not Found");
        DaemonClient client = DaemonClient.connect(DaemonAddress.parse("docker://" + socket))) {
      assertThatThrownBy(client::info)
          .hasMessage(
              "cannot reach a BuildKit daemon at docker://"
                  + socket
                  + ": the engine offers no BuildKit: POST /grpc was answered by \"HTTP/1.1 404 Not Found\"");
    }
  }

  @Test
  void saysThatNoEngineListens() {
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse("docker://" + folder.resolve("docker.sock")))) {
      assertThatThrownBy(client::info)
          .hasMessage(
              "cannot reach a BuildKit daemon at docker://"
                  + folder.resolve("docker.sock")
                  + ": No such file or directory");
    }
  }

  private void assertBuilds(DaemonAddress address) throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.write(context.resolve("large"), new byte[LARGE]);
    Path out = folder.resolve("out");
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.local("context", LocalOptions.NONE))
            .session(SessionSpec.builder().local("context", context).build())
            .export(Export.toDirectory("local", Map.of(), out))
            .build();
    try (DaemonClient client = DaemonClient.connect(address)) {
      client.solve(spec, ProgressListener.none()).await();
    }
    assertThat(out.resolve("large")).hasSize(LARGE);
  }

  private static Path socketOf(TestDaemon daemon) {
    return Path.of(daemon.address().substring("unix://".length()));
  }
}
