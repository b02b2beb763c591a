package dev.strake.bridge.control;

/**
 * What cleaning up has reclaimed.
 *
 * <pre>{@code
 * PruneOutcome outcome = client.prune(PruneSpec.unused(), gone -> {}).await();
 * System.out.println(outcome.bytes() + " bytes are free");
 * }</pre>
 *
 * @param records how many records are gone
 * @param bytes how large they were
 */
public record PruneOutcome(long records, long bytes) {}
