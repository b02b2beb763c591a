package dev.strake.bridge.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A daemon's life: started once by many, stopped without a trace. */
@ExtendWith(DaemonExtension.class)
class LocalDaemonIT {

  @Test
  void twoStartsAtOnceStartOneDaemon(TestDaemon other, @TempDir Path folder) throws Exception {
    DaemonDirectories directories = new DaemonDirectories(folder.resolve("state"), folder.resolve("run"));
    LocalDaemon daemon = new LocalDaemon(directories, Toolbox.of(Host.current()));
    List<String> notices = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<String> start = () -> daemon.ensureRunning(notices::add);
      for (Future<String> address : threads.invokeAll(List.of(start, start))) {
        assertThat(address.get()).isEqualTo("unix://" + folder + "/run/buildkitd.sock");
      }
      assertThat(notices).containsExactly("starting containerd", "starting buildkitd at " + directories.address());
      DaemonStatus status = daemon.status();
      assertThat(status.answers()).isTrue();
      assertThat(status.versions()).containsKeys(Component.values());
      assertThat(status.containerd()).isPresent();
      assertThat(status.buildkitd()).isPresent();
    } finally {
      assertThat(daemon.stop()).isTrue();
    }
    assertThat(daemon.answers()).isFalse();
    assertThat(daemon.status().containerd()).isEmpty();
    assertThat(directories.buildkitdSocket()).doesNotExist();
    assertThat(directories.containerdSocket()).doesNotExist();
    assertThat(directories.containerdTtrpcSocket()).doesNotExist();
    assertThat(daemon.stop()).isFalse();
    assertThat(ProcFs.mountsBelow(folder)).isEmpty();
    assertThat(SocketProbe.answers(other.containerdSocket())).as("another daemon is left alone").isTrue();
  }

  @Test
  void aDaemonWithoutItsContainerdIsHalfDeadAndStartsAgain(TestDaemon other, @TempDir Path folder) throws Exception {
    DaemonDirectories directories = new DaemonDirectories(folder.resolve("state"), folder.resolve("run"));
    LocalDaemon daemon = new LocalDaemon(directories, Toolbox.of(Host.current()));
    try {
      daemon.ensureRunning(notice -> {});
      BackgroundProgram.end(daemon.status().containerd().getAsLong(), Duration.ofSeconds(10));

      assertThat(daemon.status().buildkitd()).isPresent();
      assertThat(daemon.status().answers()).isFalse();

      List<String> notices = new ArrayList<>();
      daemon.ensureRunning(notices::add);
      assertThat(notices).containsExactly("starting containerd", "starting buildkitd at " + directories.address());
      assertThat(daemon.answers()).isTrue();
    } finally {
      daemon.stop();
    }
  }
}
