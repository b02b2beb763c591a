package dev.strake.llb.marshal;

import dev.strake.llb.go.GoStrings;
import java.util.Arrays;
import java.util.Map;

/** Writes maps of strings in the order that digests want: by the keys' UTF-8 bytes. */
final class StringMaps {
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private StringMaps() {}

  static void write(int field, Map<String, String> map, WireWriter out) {
    String[] keys = map.keySet().toArray(new String[0]);
    Arrays.sort(keys, GoStrings::compare);
    for (String key : keys) {
      int entry = out.begin(field);
      out.element(KEY, key);
      out.element(VALUE, map.getOrDefault(key, ""));
      out.end(entry);
    }
  }
}
