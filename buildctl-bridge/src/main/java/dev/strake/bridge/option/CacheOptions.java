package dev.strake.bridge.option;

import dev.strake.bridge.control.CacheEntry;
import java.util.Map;
import java.util.function.Consumer;

/** Reads where caches go to and come from: {@code --export-cache}, {@code --import-cache}, or what they are called. */
public final class CacheOptions {

  private static final String EXPORT_IS_OLD =
      "--export-cache <ref> is deprecated. Please use --export-cache"
          + " type=registry,ref=<ref>,<opt>=<optval>[,<opt>=<optval>] instead";
  private static final String IMPORT_IS_OLD =
      "--import-cache <ref> is deprecated. Please use --import-cache"
          + " type=registry,ref=<ref>,<opt>=<optval>[,<opt>=<optval>] instead.";

  private final Map<String, String> environment;
  private final Consumer<String> warnings;

  /** @param environment where GitHub's cache is looked for */
  public CacheOptions(Map<String, String> environment, Consumer<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /**
   * A cache to write to.
   *
   * @param flag the option's name
   * @throws OptionException where the value means none
   */
  public CacheEntry parseExport(String flag, String text) {
    if (isOldForm(text)) {
      warnings.accept(EXPORT_IS_OLD);
      return new CacheEntry("registry", Map.of("mode", "min", "ref", text));
    }
    Map<String, String> attributes = KeyedFields.of(text);
    String type = type(flag, attributes);
    attributes.putIfAbsent("mode", "min");
    return entry(type, attributes);
  }

  /**
   * A cache to read from.
   *
   * @param flag the option's name
   * @throws OptionException where the value means none
   */
  public CacheEntry parseImport(String flag, String text) {
    if (isOldForm(text)) {
      warnings.accept(IMPORT_IS_OLD);
      return new CacheEntry("registry", Map.of("ref", text));
    }
    Map<String, String> attributes = KeyedFields.of(text);
    return entry(type(flag, attributes), attributes);
  }

  private static boolean isOldForm(String text) {
    return !text.contains("type=");
  }

  private static String type(String flag, Map<String, String> attributes) {
    String type = attributes.remove("type");
    if (type == null || type.isEmpty()) {
      throw new OptionException(
          flag + " requires type=<type>", "write type=registry,ref=NAME, type=local,... or type=inline");
    }
    return type;
  }

  private CacheEntry entry(String type, Map<String, String> attributes) {
    return new CacheEntry(type, type.equals("gha") ? new GithubCache(environment).complete(attributes) : attributes);
  }
}
