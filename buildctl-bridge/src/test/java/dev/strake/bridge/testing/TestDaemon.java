package dev.strake.bridge.testing;

import dev.strake.bridge.daemon.DaemonDirectories;
import dev.strake.bridge.daemon.LocalDaemon;
import dev.strake.bridge.daemon.Toolbox;
import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A containerd and a buildkitd of the test run's own, empty at its start and gone at its end.
 *
 * <p>A test class gets it by {@code @ExtendWith(DaemonExtension.class)} and a parameter of this type.
 */
public final class TestDaemon implements AutoCloseable {

  private final Path folder;
  private final LocalDaemon daemon;

  private TestDaemon(Path folder, LocalDaemon daemon) {
    this.folder = folder;
    this.daemon = daemon;
  }

  /**
   * Starts one in a new folder with a short name: a socket's path has at most 107 bytes.
   *
   * @param buildkitdSettings buildkitd's settings file; empty for Strake's own
   */
  static TestDaemon start(String buildkitdSettings) throws IOException, HostFailure, InterruptedException {
    Path folder = Files.createTempDirectory("strake");
    DaemonDirectories directories = new DaemonDirectories(folder.resolve("state"), folder.resolve("run"));
    TestDaemon started = new TestDaemon(folder, new LocalDaemon(directories, Toolbox.of(Host.current())));
    if (!buildkitdSettings.isEmpty()) {
      Files.createDirectories(directories.buildkitdConfig().getParent());
      Files.writeString(directories.buildkitdConfig(), buildkitdSettings);
    }
    try {
      started.daemon.ensureRunning(line -> {});
      return started;
    } catch (HostFailure e) {
      started.close();
      throw e;
    }
  }

  /** buildkitd's address, such as {@code unix:///tmp/strake123/run/buildkitd.sock}. */
  public String address() {
    return daemon.directories().address();
  }

  /** containerd's socket, for {@code ctr --address}. */
  public Path containerdSocket() {
    return daemon.directories().containerdSocket();
  }

  /** buildkitd's log so far. */
  public String log() throws IOException {
    return Files.readString(daemon.directories().log("buildkitd"));
  }

  @Override
  public void close() {
    try {
      daemon.stop();
      FileTrees.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
