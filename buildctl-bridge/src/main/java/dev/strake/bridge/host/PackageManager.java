package dev.strake.bridge.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The distribution's package manager. */
public enum PackageManager {
  APT("apt-get", List.of("update"), List.of("install", "-y", "--no-install-recommends")),
  DNF("dnf", List.of("makecache"), List.of("install", "-y")),
  APK("apk", List.of("update"), List.of("add"));

  private static final Command UNPACK = Command.of("sh", "-c", "dpkg-deb -x ./*.deb .");

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
                  UNPACK.in(folder)));
      case DNF, APK -> Optional.empty();
    };
  }

  /**
   * Fetches a package of another architecture into an empty folder and installs nothing: with lists of packages of its
   * own there, so that the machine's packages stay as they are. Absent where the manager cannot.
   *
   * @param architecture as the distribution calls it
   * @param sources a file that names what to fetch from; absent for the machine's own sources
   */
  public Optional<List<Command>> unpackForeignCommands(
      String name, String architecture, Optional<Path> sources, Path folder) {
    if (this != APT) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of(program));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("APT::Architecture", architecture);
    settings.put("APT::Architectures", architecture);
    settings.put("APT::Sandbox::User", "root");
    settings.put("Dir::State::Lists", folder.resolve("lists").toString());
    settings.put("Dir::Cache", folder.resolve("cache").toString());
    settings.put("Acquire::IndexTargets::deb::DEP-11::DefaultEnabled", "false");
    sources.ifPresent(file -> settings.put("Dir::Etc::sourceparts", "-"));
    sources.ifPresent(file -> settings.put("Dir::Etc::sourcelist", file.toString()));
    settings.forEach((key, value) -> words.addAll(List.of("-o", key + "=" + value)));
    List<String> download = new ArrayList<>(words);
    words.add("update");
    download.addAll(List.of("download", name));
    return Optional.of(List.of(Command.of(words).in(folder), Command.of(download).in(folder), UNPACK.in(folder)));
  }

  /** Prints the addresses of the archives that packages come from, a line each; absent where the manager cannot. */
  public Optional<Command> archivesCommand() {
    return this == APT
        ? Optional.of(command(List.of("indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"), List.of()))
        : Optional.empty();
  }

  private Command command(List<String> verb, List<String> packages) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(verb);
    words.addAll(packages);
    return Command.of(words);
  }
}
