package dev.strake.bridge.control;

import java.util.Map;

/**
 * Names a blob in a daemon's content store, as OCI's descriptors do; {@link DaemonContent#read} reads it.
 *
 * @param digest such as {@code sha256:...}
 * @param size in bytes
 */
public record BlobDescriptor(String mediaType, String digest, long size, Map<String, String> annotations) {
  public BlobDescriptor {
    annotations = Map.copyOf(annotations);
  }
}
