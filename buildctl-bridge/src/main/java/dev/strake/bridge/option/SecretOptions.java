package dev.strake.bridge.option;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.session.SecretSource;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code --secret}: {@code id=ID[,src=FILE|,env=VARIABLE]}; with an id alone, a variable or a file of that name.
 */
public final class SecretOptions {

  private static final long MAX_BYTES = 500 * 1024;
  private static final String FORM = "write --secret id=ID,src=FILE or --secret id=ID,env=VARIABLE";

  private final Map<String, String> environment;
  private final Path folder;

  /** @param folder relative files begin here */
  public SecretOptions(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * The secrets by id.
   *
   * @throws OptionException where a value means none
   */
  public Map<String, SecretSource> parse(List<String> texts) {
    List<Given> all = texts.stream().map(SecretOptions::read).toList();
    Map<String, SecretSource> secrets = new LinkedHashMap<>();
    for (Given given : all) {
      if (given.id().isEmpty()) {
        throw wrong("secret missing ID");
      }
      secrets.put(given.id(), source(given));
    }
    return secrets;
  }

  private record Given(String id, String file, String variable) {}

  private static Given read(String text) {
    String type = "";
    String id = "";
    String file = "";
    String variable = "";
    for (String field : fields(text)) {
      Map.Entry<String, String> pair =
          NamedValues.of(field).orElseThrow(() -> wrong("invalid field '" + field + "' must be a key=value pair"));
      String key = GoStrings.toLower(pair.getKey());
      String value = pair.getValue();
      switch (key) {
        case "type" -> type = requireType(value);
        case "id" -> id = value;
        case "source", "src" -> file = value;
        case "env" -> variable = value;
        default -> throw wrong("unexpected key '" + key + "' in '" + field + "'");
      }
    }
    return type.equals("env") && variable.isEmpty() ? new Given(id, "", file) : new Given(id, file, variable);
  }

  private static List<String> fields(String text) {
    try {
      return GoCsv.fields(text);
    } catch (IllegalArgumentException e) {
      throw wrong("failed to parse csv secret: " + e.getMessage());
    }
  }

  private static String requireType(String type) {
    if (!type.equals("file") && !type.equals("env")) {
      throw wrong("unsupported secret type " + GoQuote.quote(type));
    }
    return type;
  }

  private SecretSource source(Given given) {
    boolean named = !given.file().isEmpty() || !given.variable().isEmpty();
    if (!named && environment.containsKey(given.id())) {
      return new SecretSource.Environment(given.id());
    }
    String file = named ? given.file() : given.id();
    if (!file.isEmpty()) {
      requireSmall(given.id(), file);
    }
    return given.variable().isEmpty()
        ? new SecretSource.File(folder.resolve(file))
        : new SecretSource.Environment(given.variable());
  }

  private void requireSmall(String id, String file) {
    try {
      if (Files.size(folder.resolve(file)) > MAX_BYTES) {
        throw wrong("secret " + id + " too big. max size 500KiB");
      }
    } catch (IOException e) {
      throw wrong("failed to stat " + file + ": stat " + FileErrors.describe(e, file));
    }
  }

  private static OptionException wrong(String message) {
    return new OptionException(message, FORM);
  }
}
