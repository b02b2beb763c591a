package dev.strake.bridge.testing;

import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.host.Host;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A registry on a port of the loopback interface: the distributions' {@code docker-registry}. */
public final class TestRegistry implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final Path folder;
  private final int port;
  private final Process process;

  private TestRegistry(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts one, and waits until it listens.
   *
   * @param http further lines of the section {@code http} of its settings, indented by two
   * @param auth the section {@code auth}; empty for none
   */
  public static TestRegistry start(String http, String auth) throws IOException, InterruptedException {
    String program =
        Host.current()
            .program("docker-registry")
            .orElseThrow(() -> new IOException("no docker-registry: `strake daemon install --tests` installs it"))
            .toString();
    Path folder = Files.createTempDirectory("strake-registry");
    int port = LocalPort.free().number();
    String settings =
        """
        version: 0.1
        log:
          level: error
        storage:
          filesystem:
            rootdirectory: %s
          delete:
            enabled: true
        http:
          addr: 127.0.0.1:%d
        %s%s"""
            .formatted(folder.resolve("data"), port, http, auth);
    Path file = Files.writeString(folder.resolve("config.yml"), settings);
    Process process =
        new ProcessBuilder(program, "serve", file.toString())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    TestRegistry registry = new TestRegistry(folder, port, process);
    registry.awaitPort();
    return registry;
  }

  private void awaitPort() throws IOException, InterruptedException {
    if (!new LocalPort(port).await(process, PATIENCE_SECONDS)) {
      String log = Files.readString(folder.resolve("log"));
      close();
      throw new IOException("docker-registry did not start: " + log);
    }
  }

  /** Such as {@code localhost:1234}. */
  public String host() {
    return "localhost:" + port;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Processes.end(process);
    FileTrees.delete(folder);
  }
}
