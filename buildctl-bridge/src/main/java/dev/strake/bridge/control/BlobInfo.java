package dev.strake.bridge.control;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a daemon's content store knows of a blob.
 *
 * <pre>{@code
 * BlobInfo blob = client.content().info(trace.digest()).await();
 * System.out.println(blob.size() + " bytes");
 * }</pre>
 *
 * @param digest such as {@code sha256:...}
 * @param size in bytes
 */
public record BlobInfo(
    String digest, long size, Optional<Instant> createdAt, Optional<Instant> updatedAt, Map<String, String> labels) {
  public BlobInfo {
    labels = Map.copyOf(labels);
  }
}
