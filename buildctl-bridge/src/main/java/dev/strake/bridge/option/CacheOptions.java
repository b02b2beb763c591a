package dev.strake.bridge.option;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.CacheEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads {@code --export-cache} and {@code --import-cache}. */
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

  public CacheEntry parseExport(String text) {
    if (isOldForm(text)) {
      warnings.accept(EXPORT_IS_OLD);
      return new CacheEntry("registry", Map.of("mode", "min", "ref", text));
    }
    Map<String, String> attributes = new LinkedHashMap<>(KeyedFields.of(text));
    String type = type("--export-cache", attributes);
    attributes.putIfAbsent("mode", "min");
    return entry(type, attributes);
  }

  public CacheEntry parseImport(String text) {
    if (isOldForm(text)) {
      warnings.accept(IMPORT_IS_OLD);
      return new CacheEntry("registry", Map.of("ref", text));
    }
    Map<String, String> attributes = new LinkedHashMap<>(KeyedFields.of(text));
    return entry(type("--import-cache", attributes), attributes);
  }

  private static boolean isOldForm(String text) {
    return !text.contains("type=");
  }

  private static String type(String flag, Map<String, String> attributes) {
    String type = attributes.remove("type");
    if (type == null || type.isEmpty()) {
      throw new CommandException(flag + " requires type=<type>");
    }
    return type;
  }

  private CacheEntry entry(String type, Map<String, String> attributes) {
    return new CacheEntry(type, type.equals("gha") ? new GithubCache(environment).complete(attributes) : attributes);
  }
}
