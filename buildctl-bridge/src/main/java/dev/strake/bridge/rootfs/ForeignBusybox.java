package dev.strake.bridge.rootfs;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.PackageManager;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the distribution's busybox for another machine. Nothing is installed, and the machine's own lists of packages
 * and architectures stay as they are. A release that lacks the architecture gives way to the distribution's stable one.
 */
final class ForeignBusybox {

  private static final String PACKAGE = "busybox-static";

  private final Host host;
  private final Platform platform;

  ForeignBusybox(Host host, Platform platform) {
    this.host = host;
    this.platform = platform;
  }

  /** The program, somewhere below {@code work}, which is empty before. */
  Path fetch(Path work) throws HostFailure, IOException, InterruptedException {
    PackageManager manager = PackageManager.of(host).orElseThrow(() -> failure("no known package manager"));
    String architecture = debianName().orElseThrow(() -> failure("no distribution has this architecture"));
    if (!unpack(manager, architecture, Optional.empty(), Files.createDirectory(work.resolve("own")))) {
      Path sources = Files.writeString(work.resolve("stable.list"), stableSources(manager));
      if (!unpack(manager, architecture, Optional.of(sources), Files.createDirectory(work.resolve("stable")))) {
        throw failure("the distribution has no " + PACKAGE + " for " + architecture);
      }
    }
    for (String place : List.of("own/bin", "own/usr/bin", "stable/bin", "stable/usr/bin")) {
      Path program = work.resolve(place).resolve("busybox");
      if (Files.isRegularFile(program)) {
        return program;
      }
    }
    throw failure(PACKAGE + " has no busybox");
  }

  private boolean unpack(PackageManager manager, String architecture, Optional<Path> sources, Path folder)
      throws HostFailure, IOException, InterruptedException {
    Files.createDirectories(folder.resolve("lists/partial"));
    Files.createDirectories(folder.resolve("cache/archives/partial"));
    List<Command> commands =
        manager
            .unpackForeignCommands(PACKAGE, architecture, sources, folder)
            .orElseThrow(() -> failure("this machine's package manager fetches nothing for other machines"));
    for (Command command : commands) {
      if (command.run(line -> {}) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The first archive that the machine's packages come from. */
  private String stableSources(PackageManager manager) throws HostFailure, IOException, InterruptedException {
    List<String> archives = new ArrayList<>();
    Command list = manager.archivesCommand().orElseThrow(() -> failure("no archive of packages is known"));
    if (list.run(archives::add) != 0 || archives.isEmpty()) {
      throw failure("no archive of packages is known");
    }
    return "deb " + archives.getFirst() + " stable main\n";
  }

  private Optional<String> debianName() {
    return Optional.ofNullable(
        switch (platform.architecture()) {
          case "amd64", "arm64", "riscv64", "s390x", "loong64" -> platform.architecture();
          case "arm" -> platform.variant().equals("v7") ? "armhf" : "armel";
          case "386" -> "i386";
          case "ppc64le" -> "ppc64el";
          case "mips64le" -> "mips64el";
          default -> null;
        });
  }

  private HostFailure failure(String tried) {
    return new HostFailure(RootfsDiagnostics.noForeignBusybox(Platforms.format(platform), tried));
  }
}
