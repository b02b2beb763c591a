package dev.strake.bridge.content;

import java.time.Instant;

/**
 * What a store knows of a blob.
 *
 * @param size in bytes
 */
public record StoredBlob(BlobDigest digest, long size, Instant created, Instant updated) {}
