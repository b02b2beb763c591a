package dev.strake.bridge.control;

/**
 * What cleaning up has reclaimed.
 *
 * @param records how many records are gone
 * @param bytes how large they were
 */
public record PruneOutcome(long records, long bytes) {}
