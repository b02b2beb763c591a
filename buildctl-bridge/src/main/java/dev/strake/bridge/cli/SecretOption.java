package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.session.SecretSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code --secret}: {@code id=ID[,src=FILE|,env=VARIABLE]}; with an id alone, a variable or a
 * file of that name.
 */
final class SecretOption {

  private static final String OPTION = "--secret";
  private static final String FORM = "write --secret id=ID,src=FILE or --secret id=ID,env=VARIABLE";
  private static final Set<String> KEYS = Set.of("id", "type", "src", "source", "env");

  private final Host host;
  private final Path folder;

  SecretOption(Host host, Path folder) {
    this.host = host;
    this.folder = folder;
  }

  /** A secret and its id. */
  record Secret(String id, SecretSource source) {}

  Secret parse(String text) {
    Map<String, String> pairs = KeyValues.pairs(OPTION, text);
    for (String key : pairs.keySet()) {
      if (!KEYS.contains(key)) {
        throw new UsageException("unexpected key '" + key + "' in '" + text + "'", FORM);
      }
    }
    String id = pairs.getOrDefault("id", "");
    if (id.isEmpty()) {
      throw new UsageException(OPTION + "=" + text + ": the id is missing", FORM);
    }
    return new Secret(id, source(text, id, pairs));
  }

  private SecretSource source(String text, String id, Map<String, String> pairs) {
    String type = pairs.getOrDefault("type", "");
    String file = pairs.getOrDefault("src", pairs.getOrDefault("source", ""));
    String variable = pairs.getOrDefault("env", "");
    return switch (type) {
      case "env" -> environment(variable.isEmpty() ? file.isEmpty() ? id : file : variable);
      case "file" -> file(file.isEmpty() ? id : file);
      case "" -> {
        boolean named = !variable.isEmpty() || !file.isEmpty();
        if (!variable.isEmpty() || !named && host.environment().containsKey(id)) {
          yield environment(variable.isEmpty() ? id : variable);
        }
        yield file(named ? file : id);
      }
      default -> throw new UsageException("unsupported secret type \"" + type + "\" in '" + text + "'", FORM);
    };
  }

  private SecretSource environment(String variable) {
    if (!host.environment().containsKey(variable)) {
      throw new UsageException(OPTION + ": the variable " + variable + " is not set", FORM);
    }
    return new SecretSource.Environment(variable);
  }

  private SecretSource file(String name) {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(OPTION + ": cannot read the file " + file, FORM);
    }
    return new SecretSource.File(file);
  }
}
