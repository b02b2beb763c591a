package dev.strake.bridge.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that send a daemon to one registry, whatever registry a file names. */
final class Registries {

  /** What may be a registry's name in front of a repository: it has a dot or a port, or is {@code localhost}. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?<![\\w./:@-])((?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}(?::\\d+)?|[A-Za-z0-9-]+:\\d+|localhost)"
              + "(?=[/\\s\"'}])");

  private Registries() {}

  /** buildkitd has no mirror for all registries: it needs an entry for each name that occurs in the files. */
  static String settings(String mirror, List<Path> files) throws IOException {
    Set<String> hosts = new TreeSet<>(Set.of("docker.io", "registry.test"));
    for (Path file : files) {
      Matcher matcher = HOST.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (matcher.find()) {
        hosts.add(matcher.group(1));
      }
    }
    StringBuilder toml = new StringBuilder("[registry.\"" + mirror + "\"]\n  http = true\n");
    for (String host : hosts) {
      toml.append("[registry.\"").append(host).append("\"]\n  mirrors = [\"").append(mirror).append("\"]\n");
    }
    return toml.toString();
  }
}
