package dev.strake.bridge.control;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache to import or to export: its type, and the attributes of that type. The daemon knows the types {@code inline},
 * {@code registry}, {@code local}, {@code gha}, {@code s3} and {@code azblob}; it may know others.
 *
 * <pre>{@code
 * builder.cacheImport(CacheEntry.registry("registry.example/app:cache"))
 *     .cacheExport(CacheEntry.localExport(Path.of("cache")).with("mode", "max"));
 * }</pre>
 *
 * @param attributes of a local cache also {@code dest} or {@code src}, a folder of this side, and {@code tag}, and
 *     {@code reset=true} to have what the export does not need deleted from the folder
 */
public record CacheEntry(String type, Map<String, String> attributes) {
  public CacheEntry {
    attributes = Map.copyOf(attributes);
  }

  /** A cache within the image that is exported, or imported from. */
  public static CacheEntry inline() {
    return new CacheEntry("inline", Map.of());
  }

  /** A cache in a registry, under a reference such as {@code registry.example/app:cache}. */
  public static CacheEntry registry(String ref) {
    return new CacheEntry("registry", Map.of("ref", ref));
  }

  /** A cache to read from a folder of this side. */
  public static CacheEntry localImport(Path folder) {
    return new CacheEntry("local", Map.of("src", folder.toString()));
  }

  /** A cache to write to a folder of this side, which is made where it is missing. */
  public static CacheEntry localExport(Path folder) {
    return new CacheEntry("local", Map.of("dest", folder.toString()));
  }

  /** The same with one more attribute. */
  public CacheEntry with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(key, value);
    return new CacheEntry(type, more);
  }
}
