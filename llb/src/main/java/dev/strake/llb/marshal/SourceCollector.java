package dev.strake.llb.marshal;

import dev.strake.llb.SourceLocation;
import dev.strake.llb.SourceMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects where ops come from. Not thread-safe. */
final class SourceCollector {
  private final Map<SourceMap, Integer> indices = new IdentityHashMap<>();
  private final List<SourceMap> maps = new ArrayList<>();
  private final Map<String, List<Definition.Location>> locations = new LinkedHashMap<>();

  /** Adds a vertex; an op that several vertices share gets all their places. */
  void add(String digest, List<SourceLocation> places) {
    List<Definition.Location> all = locations.computeIfAbsent(digest, op -> new ArrayList<>(places.size()));
    for (SourceLocation place : places) {
      all.add(new Definition.Location(indexOf(place.map()), place.ranges()));
    }
  }

  private int indexOf(SourceMap map) {
    return indices.computeIfAbsent(map, this::find);
  }

  private int find(SourceMap map) {
    for (int i = 0; i < maps.size(); i++) {
      if (sameFile(maps.get(i), map)) {
        return i;
      }
    }
    maps.add(map);
    return maps.size() - 1;
  }

  private static boolean sameFile(SourceMap first, SourceMap second) {
    return first.filename().equals(second.filename())
        && first.language().equals(second.language())
        && Arrays.equals(first.data(), second.data());
  }

  /** @param marshaller marshals the graph that gives a file */
  Definition.Source finish(Function<dev.strake.llb.State, Definition> marshaller) {
    List<Definition.SourceFile> files = new ArrayList<>(maps.size());
    for (SourceMap map : maps) {
      files.add(
          new Definition.SourceFile(map.filename(), map.language(), map.data(), map.state().map(marshaller)));
    }
    return new Definition.Source(List.copyOf(files), Collections.unmodifiableMap(locations));
  }
}
