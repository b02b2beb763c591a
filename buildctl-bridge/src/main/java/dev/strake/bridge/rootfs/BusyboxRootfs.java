package dev.strake.bridge.rootfs;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.PackageManager;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small Linux root file system: the distribution's own busybox, a link for each of its commands, and the few files
 * that
 * users and temporary files need. Kept in the cache folder under the program's digest, and made again when that
 * changes.
 */
public final class BusyboxRootfs {

  private static final String PASSWD = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n";
  private static final String GROUP = "root:x:0:\nnogroup:x:65534:\n";
  private static final String PROGRAM = "bin/busybox";
  private static final int NAME_DIGITS = 16;

  private final Host host;
  private final Consumer<String> notices;

  /** @param notices receives a line for each thing that is fetched */
  public BusyboxRootfs(Host host, Consumer<String> notices) {
    this.host = host;
    this.notices = notices;
  }

  /**
   * The folder that holds the one for a platform. Those for other machines are kept as they were first fetched, with
   * the commands of this machine's busybox, for theirs cannot be asked.
   */
  public Path prepare(Platform platform) throws HostFailure, IOException, InterruptedException {
    Platform wanted = Platforms.normalize(platform);
    if (wanted.architecture().equals(Platforms.local().architecture())) {
      return prepare();
    }
    Path cache = Files.createDirectories(host.cacheFolder().resolve("rootfs"));
    Path target = cache.resolve("busybox-" + Platforms.format(wanted).replace('/', '-'));
    if (Files.isDirectory(target)) {
      return target;
    }
    List<String> commands = commandsOf(prepare().resolve(PROGRAM));
    Path work = Files.createTempDirectory(cache, "fetch");
    try {
      notices.accept("fetching busybox for " + Platforms.format(wanted) + " for rootfs:busybox");
      return layOut(new ForeignBusybox(host, wanted).fetch(work), commands, target);
    } finally {
      FileTrees.delete(work);
    }
  }

  /** The folder that holds the one for this machine. */
  public Path prepare() throws HostFailure, IOException, InterruptedException {
    Path cache = Files.createDirectories(host.cacheFolder().resolve("rootfs"));
    Optional<Path> installed = installedBusybox();
    if (installed.isPresent()) {
      return layOut(installed.get(), cache);
    }
    Path work = Files.createTempDirectory(cache, "fetch");
    try {
      return layOut(fetchBusybox(work), cache);
    } finally {
      FileTrees.delete(work);
    }
  }

  private Optional<Path> installedBusybox() throws IOException {
    for (String name : List.of("busybox", "busybox.static")) {
      Optional<Path> program = host.program(name);
      if (program.isPresent() && StaticBinary.is(program.get())) {
        return program;
      }
    }
    return Optional.empty();
  }

  /** Unpacks the distribution's package beside the system, or installs it where there is no other way. */
  private Path fetchBusybox(Path work) throws HostFailure, IOException, InterruptedException {
    PackageManager manager =
        PackageManager.of(host)
            .orElseThrow(() -> new HostFailure(RootfsDiagnostics.noBusybox("no known package manager")));
    String name = manager == PackageManager.DNF ? "busybox" : "busybox-static";
    notices.accept("fetching the package " + name + " for rootfs:busybox");
    List<Command> fetch =
        manager.unpackCommands(name, work).orElseGet(() -> List.of(manager.installCommand(List.of(name))));
    if (!succeeds(fetch)) {
      // A machine that has never asked has no list of packages.
      succeeds(List.of(manager.refreshCommand()));
      if (!succeeds(fetch)) {
        throw new HostFailure(RootfsDiagnostics.noBusybox(fetch.getFirst() + " failed"));
      }
    }
    for (String place : List.of("bin/busybox", "usr/bin/busybox")) {
      if (Files.isRegularFile(work.resolve(place))) {
        return work.resolve(place);
      }
    }
    return installedBusybox().orElseThrow(() -> new HostFailure(RootfsDiagnostics.noBusybox(name + " has none")));
  }

  private static boolean succeeds(List<Command> commands) throws IOException, InterruptedException {
    for (Command command : commands) {
      if (command.run(line -> {}) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Path layOut(Path busybox, Path cache) throws IOException, InterruptedException, HostFailure {
    Path target = cache.resolve("busybox-" + BlobDigest.of(busybox).hex().substring(0, NAME_DIGITS));
    return Files.isDirectory(target) ? target : layOut(busybox, commandsOf(busybox), target);
  }

  private static Path layOut(Path busybox, List<String> commands, Path target) throws IOException {
    Path work = Files.createTempDirectory(target.getParent(), "busybox");
    try {
      fill(work, busybox, commands);
      Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another command may have been quicker; its copy is the same.
      if (!Files.isDirectory(target)) {
        throw e;
      }
    } finally {
      FileTrees.delete(work);
    }
    return target;
  }

  private static void fill(Path root, Path busybox, List<String> commands) throws IOException {
    for (String folder : List.of("bin", "etc", "root", "tmp", "usr/bin")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.setAttribute(root, "unix:mode", 0755);
    Files.setAttribute(root.resolve("tmp"), "unix:mode", 01777);
    Files.writeString(root.resolve("etc/passwd"), PASSWD);
    Files.writeString(root.resolve("etc/group"), GROUP);
    Path program = root.resolve(PROGRAM);
    Files.copy(busybox, program);
    Files.setAttribute(program, "unix:mode", 0755);
    for (String command : commands) {
      Path link = root.resolve(command).normalize();
      if (link.startsWith(root) && !Files.exists(link)) {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, link.getParent().relativize(program));
      }
    }
  }

  /** Where its commands belong, such as {@code bin/ls}. */
  private static List<String> commandsOf(Path busybox) throws IOException, InterruptedException, HostFailure {
    List<String> commands = new ArrayList<>();
    if (Command.of(busybox.toString(), "--list-full").run(commands::add) != 0) {
      throw new HostFailure(RootfsDiagnostics.noBusybox(busybox + " cannot list its commands"));
    }
    return commands;
  }
}
