package dev.strake.bridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code <Dockerfile>.contexts}: the named contexts that belong to a Dockerfile, one {@code name=value} a line,
 * with
 * the values of {@code --build-context}. Blank lines and lines that begin with {@code #} are skipped.
 */
final class ContextsFile {

  private ContextsFile() {}

  /** The contexts of a Dockerfile, in order; none where the file is missing. */
  static Map<String, String> besides(Path dockerfile) throws IOException {
    Path file = dockerfile.resolveSibling(dockerfile.getFileName() + ".contexts");
    Map<String, String> contexts = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return contexts;
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        throw new UsageException(
            file + ":" + (i + 1) + ": not name=value: " + line, "write a named context, such as base=../base");
      }
      contexts.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return contexts;
  }
}
