package dev.strake.frontend.lower;

import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoStrings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which paths a build uses of its contexts, so that no more than these are sent. Collects while stages are lowered.
 *
 * <p>Not thread-safe.
 */
final class UsedPaths {

  private static final String ALL = "/";

  private final Set<String> ofMainContext = new HashSet<>();
  private final Map<Integer, Set<String>> ofNodes = new HashMap<>();

  void addMainContext(String path) {
    ofMainContext.add(GoPath.join(ALL, path));
  }

  /** Adds a path of what a chain of stages begins with. */
  void add(int root, String path) {
    ofNodes.computeIfAbsent(root, key -> new HashSet<>()).add(GoPath.join(ALL, path));
  }

  void addAll(int root) {
    add(root, ALL);
  }

  /** The paths used of the main context; empty when all are, or none is. */
  List<String> mainContext() {
    return normalized(ofMainContext);
  }

  /** The paths used of what a chain of stages begins with; empty when all are, or none is. */
  List<String> of(int root) {
    return normalized(ofNodes.getOrDefault(root, Set.of()));
  }

  private static List<String> normalized(Set<String> paths) {
    if (paths.contains(ALL)) {
      return List.of();
    }
    return paths.stream().map(path -> GoPath.join(".", path)).sorted(GoStrings::compare).toList();
  }
}
