package dev.strake.bridge.control;

import java.util.Map;

/**
 * Names a blob in a daemon's content store, as OCI's descriptors do; {@link DaemonContent#read} reads it.
 *
 * <pre>{@code
 * BlobDescriptor trace = client.history().find(ref).orElseThrow().trace().orElseThrow();
 * client.content().read(trace.digest(), System.out).await();
 * }</pre>
 *
 * @param digest such as {@code sha256:...}
 * @param size in bytes
 */
public record BlobDescriptor(String mediaType, String digest, long size, Map<String, String> annotations) {
  public BlobDescriptor {
    annotations = Map.copyOf(annotations);
  }
}
