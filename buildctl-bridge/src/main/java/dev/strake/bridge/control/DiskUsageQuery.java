package dev.strake.bridge.control;

import java.time.Duration;
import java.util.List;

/**
 * Which records of a daemon's cache to tell of.
 *
 * <pre>{@code
 * client.diskUsage(DiskUsageQuery.matching(List.of("type==source.local")));
 * }</pre>
 *
 * @param filters in containerd's syntax; a record that matches any of them is told of, and all are where there is none
 * @param ageLimit tells of records that were unused for at least that long; zero of all
 */
public record DiskUsageQuery(List<String> filters, Duration ageLimit) {

  public DiskUsageQuery {
    filters = List.copyOf(filters);
  }

  /** All records. */
  public static DiskUsageQuery all() {
    return matching(List.of());
  }

  /** The records that match any of the filters. */
  public static DiskUsageQuery matching(List<String> filters) {
    return new DiskUsageQuery(filters, Duration.ZERO);
  }
}
