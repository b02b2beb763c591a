package dev.strake.bridge.control;

import dev.strake.llb.Platform;
import java.util.List;
import java.util.Map;

/**
 * A worker of the daemon.
 *
 * @param platforms what it can run, the native one first
 * @param gcPolicy its rules for cleaning up, in the order in which they apply
 */
public record WorkerRecord(
    String id,
    Map<String, String> labels,
    List<Platform> platforms,
    List<GcPolicy> gcPolicy,
    DaemonInfo version) {

  public WorkerRecord {
    labels = Map.copyOf(labels);
    platforms = List.copyOf(platforms);
    gcPolicy = List.copyOf(gcPolicy);
  }

  /**
   * A rule for cleaning up; 0 is no limit.
   *
   * @param keepDurationNanos how long an unused record is kept
   * @param reservedSpace bytes that are never reclaimed
   * @param maxUsedSpace bytes above which records are reclaimed
   * @param minFreeSpace bytes of the disk to keep free
   */
  public record GcPolicy(
      boolean all,
      long keepDurationNanos,
      List<String> filters,
      long reservedSpace,
      long maxUsedSpace,
      long minFreeSpace) {
    public GcPolicy {
      filters = List.copyOf(filters);
    }
  }
}
