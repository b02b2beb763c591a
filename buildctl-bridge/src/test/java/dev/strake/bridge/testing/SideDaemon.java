package dev.strake.bridge.testing;

import dev.strake.bridge.daemon.Component;
import dev.strake.bridge.daemon.Toolbox;
import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.host.Host;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One more buildkitd over a {@link TestDaemon}'s containerd, in a namespace of its own, that listens on a TCP port of
 * the loopback interface.
 */
public final class SideDaemon implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final Path folder;
  private final int port;
  private final Process process;

  private SideDaemon(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts one, and waits until it listens. */
  public static SideDaemon start(TestDaemon beside, List<String> options, Map<String, String> environment)
      throws IOException, InterruptedException {
    Toolbox toolbox = Toolbox.of(Host.current());
    Path folder = Files.createTempDirectory("strake-side");
    int port = LocalPort.free().number();
    List<String> words =
        new ArrayList<>(
            List.of(
                toolbox.find(Component.BUILDKITD).orElseThrow().toString(),
                "--config=/dev/null",
                "--addr=tcp://127.0.0.1:" + port,
                "--root=" + folder.resolve("root"),
                "--oci-worker=false",
                "--containerd-worker-addr=" + beside.containerdSocket(),
                "--containerd-worker-namespace=" + folder.getFileName(),
                "--containerd-worker-snapshotter=native"));
    words.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null")).redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("PATH", toolbox.searchPath());
    builder.environment().putAll(environment);
    SideDaemon daemon = new SideDaemon(folder, port, builder.start());
    daemon.awaitPort();
    return daemon;
  }

  private void awaitPort() throws IOException, InterruptedException {
    if (!new LocalPort(port).await(process, PATIENCE_SECONDS)) {
      String log = log();
      close();
      throw new IOException("buildkitd did not start: " + log);
    }
  }

  public int port() {
    return port;
  }

  /** Such as {@code tcp://127.0.0.1:1234}. */
  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  public String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** Ends it as a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      Processes.end(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileTrees.delete(folder);
  }
}
