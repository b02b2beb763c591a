package dev.strake.bridge.content;

import java.time.Instant;

/**
 * How far a blob is that is being written.
 *
 * @param ref the name that its writer gave it
 * @param offset the bytes that are there
 * @param total the bytes that there are to be; 0 where unknown
 */
public record IngestStatus(String ref, long offset, long total, Instant started, Instant updated) {}
