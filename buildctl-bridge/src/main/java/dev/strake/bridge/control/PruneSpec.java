package dev.strake.bridge.control;

import java.time.Duration;
import java.util.List;

/**
 * What to clean up in a daemon's cache. Only what nothing uses is ever removed.
 *
 * <pre>{@code
 * PruneSpec spec = PruneSpec.unused().withAll().withMaxUsedSpace(10_000_000_000L);
 * }</pre>
 *
 * @param all also what frontends and the daemon itself keep
 * @param filters in containerd's syntax; only records that match any of them, or all where there is none
 * @param keepDuration what was used since then is kept; zero keeps nothing for its age
 * @param reservedSpace bytes of the cache that are always kept; 0 for none
 * @param maxUsedSpace bytes that the cache may go on using; 0 for no such limit
 * @param minFreeSpace bytes of the disk that are to be free; 0 for no such aim
 */
public record PruneSpec(
    boolean all,
    List<String> filters,
    Duration keepDuration,
    long reservedSpace,
    long maxUsedSpace,
    long minFreeSpace) {

  public PruneSpec {
    filters = List.copyOf(filters);
  }

  /** All that nothing uses, but for what frontends and the daemon itself keep. */
  public static PruneSpec unused() {
    return new PruneSpec(false, List.of(), Duration.ZERO, 0, 0, 0);
  }

  /** Also what frontends and the daemon itself keep. */
  public PruneSpec withAll() {
    return new PruneSpec(true, filters, keepDuration, reservedSpace, maxUsedSpace, minFreeSpace);
  }

  public PruneSpec withFilters(List<String> more) {
    return new PruneSpec(all, more, keepDuration, reservedSpace, maxUsedSpace, minFreeSpace);
  }

  public PruneSpec withKeepDuration(Duration duration) {
    return new PruneSpec(all, filters, duration, reservedSpace, maxUsedSpace, minFreeSpace);
  }

  public PruneSpec withReservedSpace(long bytes) {
    return new PruneSpec(all, filters, keepDuration, bytes, maxUsedSpace, minFreeSpace);
  }

  public PruneSpec withMaxUsedSpace(long bytes) {
    return new PruneSpec(all, filters, keepDuration, reservedSpace, bytes, minFreeSpace);
  }

  public PruneSpec withMinFreeSpace(long bytes) {
    return new PruneSpec(all, filters, keepDuration, reservedSpace, maxUsedSpace, bytes);
  }
}
