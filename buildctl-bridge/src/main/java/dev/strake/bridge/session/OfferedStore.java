package dev.strake.bridge.session;

import dev.strake.bridge.content.ContentStore;

/**
 * A store of blobs that the daemon may use.
 *
 * @param writable whether it may put blobs there; it may delete none in any case
 */
public record OfferedStore(ContentStore store, boolean writable) {}
