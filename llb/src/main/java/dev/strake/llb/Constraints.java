package dev.strake.llb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller may say about any vertex.
 *
 * @param platform what the vertex is for; empty for the state's, then for that of the marshalling
 * @param metadata what is told beside the op
 * @param locations where the vertex comes from
 * @param workerFilters which workers may run it, in containerd's filter syntax
 * @param localUniqueId the id that tells a local source of this client from others'; empty for that of the marshalling
 */
public record Constraints(
    Optional<Platform> platform,
    OpMetadata metadata,
    List<SourceLocation> locations,
    List<String> workerFilters,
    String localUniqueId) {
  public static final Constraints NONE =
      new Constraints(Optional.empty(), OpMetadata.NONE, List.of(), List.of(), "");

  public Constraints {
    locations = List.copyOf(locations);
    workerFilters = List.copyOf(workerFilters);
  }

  public Constraints withPlatform(Platform value) {
    return new Constraints(Optional.of(value), metadata, locations, workerFilters, localUniqueId);
  }

  public Constraints withMetadata(OpMetadata value) {
    return new Constraints(platform, value, locations, workerFilters, localUniqueId);
  }

  /** Adds a place. */
  public Constraints withLocation(SourceLocation location) {
    List<SourceLocation> all = List.of(location);
    if (!locations.isEmpty()) {
      all = new ArrayList<>(locations);
      all.add(location);
    }
    return new Constraints(platform, metadata, all, workerFilters, localUniqueId);
  }

  /** Adds filters; a worker must pass all of them. */
  public Constraints withWorkerFilters(List<String> filters) {
    List<String> all = new ArrayList<>(workerFilters);
    all.addAll(filters);
    return new Constraints(platform, metadata, locations, all, localUniqueId);
  }

  public Constraints withLocalUniqueId(String id) {
    return new Constraints(platform, metadata, locations, workerFilters, id);
  }

  /** The name that progress shows for the step. */
  public Constraints withCustomName(String name) {
    return withDescription(Map.of(OpMetadata.CUSTOM_NAME, name));
  }

  public Constraints withDescription(Map<String, String> description) {
    return withMetadata(metadata.withDescription(description));
  }

  public Constraints withIgnoreCache() {
    return withMetadata(metadata.withIgnoreCache());
  }

  public Constraints withProgressGroup(ProgressGroup group) {
    return withMetadata(metadata.withProgressGroup(group));
  }

  public Constraints withLinuxResources(LinuxResources resources) {
    return withMetadata(metadata.withLinuxResources(resources));
  }
}
