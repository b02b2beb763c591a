package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.FileMutex;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A containerd and a buildkitd of Strake's own, with private sockets, state and settings.
 *
 * <p>They outlive the command that starts them, so that the next build finds them and their cache. Thread-safe, and
 * safe
 * against other processes that do the same: a lock file guards starting and stopping.
 *
 * <pre>{@code
 * LocalDaemon daemon = LocalDaemon.of(Host.current());
 * String address = daemon.ensureRunning(System.err::println);
 * }</pre>
 */
public final class LocalDaemon {

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  private final DaemonDirectories directories;
  private final Toolbox toolbox;
  private final BackgroundProgram containerd;
  private final BackgroundProgram buildkitd;

  public LocalDaemon(DaemonDirectories directories, Toolbox toolbox) {
    this.directories = directories;
    this.toolbox = toolbox;
    this.containerd = program(Component.CONTAINERD, directories.containerdConfig(), directories.containerdSocket());
    this.buildkitd = program(Component.BUILDKITD, directories.buildkitdConfig(), directories.buildkitdSocket());
  }

  /** The user's own daemon. */
  public static LocalDaemon of(Host host) {
    return new LocalDaemon(DaemonDirectories.of(host), Toolbox.of(host));
  }

  public DaemonDirectories directories() {
    return directories;
  }

  /** Whether it runs and accepts connections. */
  public boolean answers() {
    // A buildkitd whose containerd is gone accepts builds, and fails each of them.
    return containerd.answers() && buildkitd.answers();
  }

  /**
   * Starts what does not run yet.
   *
   * @param notices receives a line for each program that is started
   * @return the address to dial
   */
  public String ensureRunning(Consumer<String> notices) throws HostFailure, InterruptedException {
    if (answers()) {
      return directories.address();
    }
    List<Component> missing = toolbox.missing();
    if (!missing.isEmpty()) {
      throw new HostFailure(DaemonDiagnostics.missing(missing));
    }
    requireShortSocketPaths();
    try {
      prepareFolders();
      try (FileMutex lock = FileMutex.acquire(directories.lockFile())) {
        start(notices);
      }
    } catch (FileSystemException e) {
      throw new HostFailure(DaemonDiagnostics.folderNotWritable(FileErrors.describe(e)));
    } catch (IOException e) {
      throw new HostFailure(
          DaemonDiagnostics.didNotStart("the daemon", directories.state(), List.of(FileErrors.describe(e))));
    }
    return directories.address();
  }

  /**
   * Ends both programs, the processes of builds that hang on, and their mounts; the build cache stays.
   *
   * @return whether anything ran
   */
  public boolean stop() throws IOException, InterruptedException {
    if (!Files.isDirectory(directories.run())) {
      return false;
    }
    try (FileMutex lock = FileMutex.acquire(directories.lockFile())) {
      boolean ran = buildkitd.pid().isPresent() || containerd.pid().isPresent();
      buildkitd.stop(STOP_PATIENCE);
      for (long shim : ProcFs.withWord(directories.containerdSocket().toString())) {
        ProcessHandle.of(shim).stream().flatMap(ProcessHandle::children).forEach(ProcessHandle::destroyForcibly);
        BackgroundProgram.end(shim, STOP_PATIENCE);
      }
      containerd.stop(STOP_PATIENCE);
      Files.deleteIfExists(directories.containerdTtrpcSocket());
      Mounts.detachBelow(List.of(directories.run(), directories.state()));
      return ran;
    }
  }

  public DaemonStatus status() throws InterruptedException {
    Map<Component, String> versions = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      Optional<String> version = toolbox.version(component);
      version.ifPresent(text -> versions.put(component, text));
    }
    return new DaemonStatus(directories.address(), containerd.pid(), buildkitd.pid(), answers(), versions);
  }

  private void start(Consumer<String> notices) throws IOException, InterruptedException, HostFailure {
    Map<String, String> environment = Map.of("PATH", toolbox.searchPath());
    if (!containerd.answers()) {
      // It would wait for minutes before it asked for its containerd again.
      buildkitd.stop(STOP_PATIENCE);
      notices.accept("starting containerd");
      Files.writeString(directories.containerdConfig(), DaemonSettings.containerd(directories));
      containerd.start(
          List.of(path(Component.CONTAINERD), "--config", directories.containerdConfig().toString()),
          environment,
          START_PATIENCE);
    }
    if (!buildkitd.answers()) {
      notices.accept("starting buildkitd at " + directories.address());
      if (!Files.exists(directories.buildkitdConfig())) {
        Files.writeString(directories.buildkitdConfig(), DaemonSettings.buildkitd());
      }
      buildkitd.start(
          DaemonSettings.buildkitdCommand(path(Component.BUILDKITD), directories), environment, START_PATIENCE);
    }
  }

  private String path(Component component) throws HostFailure {
    return toolbox
        .find(component)
        .orElseThrow(() -> new HostFailure(DaemonDiagnostics.missing(List.of(component))))
        .toString();
  }

  private void requireShortSocketPaths() throws HostFailure {
    Path longest = directories.containerdTtrpcSocket();
    if (longest.toString().getBytes(StandardCharsets.UTF_8).length > SocketProbe.MAX_PATH_BYTES) {
      throw new HostFailure(DaemonDiagnostics.socketPathTooLong(longest, SocketProbe.MAX_PATH_BYTES));
    }
  }

  private void prepareFolders() throws IOException {
    for (Path folder : List.of(directories.state(), directories.run())) {
      Files.createDirectories(folder);
    }
    // Who can reach the socket can do as root does.
    Files.setPosixFilePermissions(directories.run(), PosixFilePermissions.fromString("rwx------"));
  }

  private BackgroundProgram program(Component component, Path config, Path socket) {
    String name = component.program();
    return new BackgroundProgram(name, config, directories.pidFile(name), directories.log(name), socket);
  }
}
