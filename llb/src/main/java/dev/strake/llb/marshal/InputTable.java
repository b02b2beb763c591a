package dev.strake.llb.marshal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of an op, each once. Not thread-safe. */
final class InputTable {
  private final Map<Input, Integer> indices = new LinkedHashMap<>();

  /** The input's place, a new one if it is not there yet. */
  int indexOf(Input input) {
    Integer known = indices.putIfAbsent(input, indices.size());
    return known == null ? indices.size() - 1 : known;
  }

  List<Input> toList() {
    return List.copyOf(indices.keySet());
  }
}
