package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs that a daemon is made of: those that Strake installed first, then the machine's own. */
public final class Toolbox {

  private final Host host;
  private final List<Path> installed;

  private Toolbox(Host host, List<Path> installed) {
    this.host = host;
    this.installed = installed;
  }

  /** The programs of this machine, and those in the user's state folder. */
  public static Toolbox of(Host host) {
    return new Toolbox(host, List.of(DaemonDirectories.of(host).bin()));
  }

  public Optional<Path> find(Component component) {
    return host.program(component.program(), installed);
  }

  /** What no daemon can start without and is not there. */
  public List<Component> missing() {
    return Stream.of(Component.values()).filter(component -> find(component).isEmpty()).toList();
  }

  /** A PATH on which daemons find each other's programs. */
  public String searchPath() {
    return host.searchPath(installed);
  }

  /** The first line that a component prints of its version; absent where it is missing or prints none. */
  public Optional<String> version(Component component) throws InterruptedException {
    Optional<Path> program = find(component);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    try {
      Command.of(program.get().toString(), "--version").run(lines::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    return lines.stream().findFirst();
  }
}
