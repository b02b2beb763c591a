package dev.strake.frontend.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with a Dockerfile, which is its own build context, and what else belongs to a build.
 *
 * <p>The file {@code options} holds a frontend option on each line, such as {@code build-arg:A=1}. A value {@code
 * local:NAME} stands for the case's folder of that name.
 *
 * @param name topic and case, such as {@code copy/link}
 * @param folder where it is
 * @param options the frontend options, in the file's order
 */
public record DockerfileCase(String name, Path folder, Map<String, String> options) {

  /** All cases, sorted by name. */
  public static List<DockerfileCase> all() {
    Path root = root();
    try (Stream<Path> files =
        Files.find(root, 3, (path, file) -> path.endsWith("Dockerfile") && file.isRegularFile())) {
      return files.map(Path::getParent).sorted().map(folder -> of(root, folder)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that is built, which need not exist. */
  public Path dockerfile() {
    return folder.resolve(options.getOrDefault("filename", "Dockerfile"));
  }

  /** The folders that the build may read, by the names it knows them by. */
  public Map<String, Path> locals() {
    Map<String, Path> locals = new LinkedHashMap<>();
    locals.put("context", folder);
    locals.put("dockerfile", folder);
    for (String value : options.values()) {
      if (value.startsWith("local:")) {
        String local = value.substring("local:".length());
        locals.put(local, folder.resolve(local));
      }
    }
    return locals;
  }

  /** The same case with other options beside its own, which win. */
  public DockerfileCase withDefaults(Map<String, String> defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(options);
    return new DockerfileCase(name, folder, all);
  }

  @Override
  public String toString() {
    return name;
  }

  private static DockerfileCase of(Path root, Path folder) {
    return new DockerfileCase(root.relativize(folder).toString().replace('\\', '/'), folder, options(folder));
  }

  private static Map<String, String> options(Path folder) {
    Path file = folder.resolve("options");
    Map<String, String> options = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return options;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          options.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return options;
  }

  /** Maven runs a module's tests in the module's folder. */
  private static Path root() {
    return Path.of("..", "testdata", "dockerfiles").toAbsolutePath().normalize();
  }
}
