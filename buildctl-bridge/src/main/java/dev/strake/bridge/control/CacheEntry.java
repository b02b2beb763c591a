package dev.strake.bridge.control;

import java.util.Map;

/** A cache to import or to export: its type, such as {@code registry}, and the attributes of that type. */
public record CacheEntry(String type, Map<String, String> attributes) {
  public CacheEntry {
    attributes = Map.copyOf(attributes);
  }
}
