package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls and exports of a real daemon. */
@ExtendWith(DaemonExtension.class)
class DaemonClientIT {

  @TempDir Path folder;
  private DaemonClient client;

  @BeforeEach
  void connect(TestDaemon daemon) {
    client = DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void tellsWhatItIs() {
    assertThat(client.info().packageName()).isEqualTo("github.com/moby/buildkit");
    assertThat(client.listWorkers())
        .singleElement()
        .satisfies(
            worker -> {
              assertThat(worker.platforms()).isNotEmpty();
              assertThat(worker.labels()).containsKey("org.mobyproject.buildkit.worker.executor");
            });
  }

  @Test
  void exportsAFolder() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY hello.txt /greeting\n");
    Files.writeString(context.resolve("hello.txt"), "hello");
    Path out = folder.resolve("out");

    client
        .solve(
            SolveSpec.ofFrontend("dockerfile.v0")
                .session(SessionSpec.builder().local("context", context).local("dockerfile", context).build())
                .export(Export.toDirectory("local", Map.of(), out))
                .build(),
            events -> events.forEach(System.out::println))
        .await();

    assertThat(out.resolve("greeting")).hasContent("hello");
  }
}
