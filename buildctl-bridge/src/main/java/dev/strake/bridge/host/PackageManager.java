package dev.strake.bridge.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The distribution's package manager. */
public enum PackageManager {
  APT("apt-get", List.of("update"), List.of("install", "-y", "--no-install-recommends")),
  DNF("dnf", List.of("makecache"), List.of("install", "-y")),
  APK("apk", List.of("update"), List.of("add"));

  private final String program;
  private final List<String> refresh;
  private final List<String> install;

  PackageManager(String program, List<String> refresh, List<String> install) {
    this.program = program;
    this.refresh = refresh;
    this.install = install;
  }

  /** The one that this machine has. */
  public static Optional<PackageManager> of(Host host) {
    return Stream.of(values()).filter(manager -> host.program(manager.program).isPresent()).findFirst();
  }

  /** Fetches the list of packages. */
  public Command refreshCommand() {
    return command(refresh, List.of());
  }

  public Command installCommand(List<String> packages) {
    return command(install, packages);
  }

  /** Fetches a package's file into a folder and installs nothing; absent where only installing gives its files. */
  public Optional<List<Command>> unpackCommands(String name, Path folder) {
    return switch (this) {
      case APT ->
          Optional.of(
              List.of(
                  Command.of("apt-get", "download", name).in(folder),
                  Command.of("sh", "-c", "dpkg-deb -x ./*.deb .").in(folder)));
      case DNF, APK -> Optional.empty();
    };
  }

  private Command command(List<String> verb, List<String> packages) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(verb);
    words.addAll(packages);
    return Command.of(words);
  }
}
