package dev.strake.bridge.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that takes up space in a daemon's cache.
 *
 * <pre>{@code
 * long reclaimable =
 *     client.diskUsage(DiskUsageQuery.all()).await().stream()
 *         .filter(record -> !record.inUse())
 *         .mapToLong(UsageRecord::size)
 *         .sum();
 * }</pre>
 *
 * @param mutable whether it may still change
 * @param inUse whether something needs it now, so that it cannot be reclaimed
 * @param size in bytes
 * @param parents the ids of the records it rests on
 * @param description what made it, such as a step's name
 * @param recordType such as {@code regular}, {@code source.local} or {@code exec.cachemount}; empty where not told
 * @param shared whether its bytes are also another store's, such as an image's
 */
public record UsageRecord(
    String id,
    boolean mutable,
    boolean inUse,
    long size,
    List<String> parents,
    Optional<Instant> createdAt,
    Optional<Instant> lastUsedAt,
    long usageCount,
    String description,
    String recordType,
    boolean shared) {

  public UsageRecord {
    parents = List.copyOf(parents);
  }
}
