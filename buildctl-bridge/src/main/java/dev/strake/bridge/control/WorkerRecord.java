package dev.strake.bridge.control;

import dev.strake.llb.Platform;
import java.util.List;
import java.util.Map;

/**
 * A worker of the daemon.
 *
 * <pre>{@code
 * for (WorkerRecord worker : client.listWorkers()) {
 *   System.out.println(worker.id() + " runs " + worker.platforms());
 * }
 * }</pre>
 *
 * @param platforms what it can run, the native one first
 * @param gcPolicy its rules for cleaning up, in the order in which they apply
 * @param cdiDevices the devices that steps may ask for
 */
public record WorkerRecord(
    String id,
    Map<String, String> labels,
    List<Platform> platforms,
    List<GcPolicy> gcPolicy,
    DaemonInfo version,
    List<CdiDevice> cdiDevices) {

  public WorkerRecord {
    labels = Map.copyOf(labels);
    platforms = List.copyOf(platforms);
    gcPolicy = List.copyOf(gcPolicy);
    cdiDevices = List.copyOf(cdiDevices);
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

  /**
   * A device that steps may ask for.
   *
   * @param name such as {@code vendor.com/gpu=0}
   * @param autoAllow whether steps get it without an entitlement
   * @param onDemand whether it is set up when first asked for
   */
  public record CdiDevice(String name, boolean autoAllow, Map<String, String> annotations, boolean onDemand) {
    public CdiDevice {
      annotations = Map.copyOf(annotations);
    }
  }
}
