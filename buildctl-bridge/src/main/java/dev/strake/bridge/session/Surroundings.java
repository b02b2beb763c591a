package dev.strake.bridge.session;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the names in a build mean that this side looks up: those of the process, or of whom it works for. Immutable.
 *
 * <pre>{@code
 * Surroundings user = new Surroundings(Path.of("/home/user/project"), Map.of("HOME", "/home/user"));
 * SessionSpec session = SessionSpec.builder().surroundings(user).build();
 * }</pre>
 *
 * @param folder relative paths begin here
 * @param environment the environment variables
 */
public record Surroundings(Path folder, Map<String, String> environment) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(Path.of(""), System.getenv());
  }

  /** A file as the user has named it. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }
}
