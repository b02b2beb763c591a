package dev.strake.llb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs to a vertex without being part of its digest.
 *
 * @param ignoreCache whether to run the step even where its result is cached
 * @param description texts that the daemon only passes on, such as {@code llb.customname}
 * @param exportCache whether to export the result with the cache; empty for the build's own choice
 * @param caps ids of the capabilities that the op needs
 */
public record OpMetadata(
    boolean ignoreCache,
    Map<String, String> description,
    Optional<Boolean> exportCache,
    Set<String> caps,
    Optional<ProgressGroup> progressGroup,
    Optional<LinuxResources> linuxResources) {
  /** The description's key for the name that progress shows. */
  public static final String CUSTOM_NAME = "llb.customname";

  public static final OpMetadata NONE =
      new OpMetadata(false, Map.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

  public OpMetadata {
    description = Map.copyOf(description);
    caps = Set.copyOf(caps);
  }

  public OpMetadata withIgnoreCache() {
    return new OpMetadata(true, description, exportCache, caps, progressGroup, linuxResources);
  }

  /** Adds texts; one that is there already is replaced. */
  public OpMetadata withDescription(Map<String, String> more) {
    Map<String, String> merged = more;
    if (!description.isEmpty()) {
      merged = new HashMap<>(description);
      merged.putAll(more);
    }
    return new OpMetadata(ignoreCache, merged, exportCache, caps, progressGroup, linuxResources);
  }

  public OpMetadata withExportCache(Optional<Boolean> value) {
    return new OpMetadata(ignoreCache, description, value, caps, progressGroup, linuxResources);
  }

  public OpMetadata withCaps(Set<String> ids) {
    return new OpMetadata(ignoreCache, description, exportCache, ids, progressGroup, linuxResources);
  }

  public OpMetadata withProgressGroup(ProgressGroup group) {
    return new OpMetadata(ignoreCache, description, exportCache, caps, Optional.of(group), linuxResources);
  }

  public OpMetadata withLinuxResources(LinuxResources resources) {
    return new OpMetadata(ignoreCache, description, exportCache, caps, progressGroup, Optional.of(resources));
  }

  /** This metadata with the other's on top: what the other says wins. */
  public OpMetadata merge(OpMetadata other) {
    if (equals(NONE)) {
      return other;
    }
    if (other.equals(NONE)) {
      return this;
    }
    return new OpMetadata(
        ignoreCache || other.ignoreCache,
        withDescription(other.description).description,
        other.exportCache.or(() -> exportCache),
        union(caps, other.caps),
        other.progressGroup.or(() -> progressGroup),
        other.linuxResources.or(() -> linuxResources));
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    if (first.containsAll(second)) {
      return first;
    }
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    return all;
  }
}
