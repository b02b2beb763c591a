package dev.strake.bridge.content;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the blobs that no image of a layout's index needs. */
public final class StoreCleaner {

  private static final int MAX_MANIFEST_BYTES = 32 << 20;
  private static final Set<String> WITH_CHILDREN =
      Set.of(
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private StoreCleaner() {}

  /**
   * Deletes them.
   *
   * @throws IOException when an image cannot be read; then none is deleted
   */
  public static void deleteUnreferenced(ContentStore store) throws IOException {
    Set<BlobDigest> needed = new HashSet<>();
    Deque<Descriptor> waiting = new ArrayDeque<>(new OciIndex(store.root()).manifests());
    while (!waiting.isEmpty()) {
      Descriptor descriptor = waiting.remove();
      if (needed.add(descriptor.digest()) && WITH_CHILDREN.contains(descriptor.mediaType())) {
        addChildren(manifest(store, descriptor.digest()), waiting);
      }
    }
    for (StoredBlob blob : store.list()) {
      if (!needed.contains(blob.digest())) {
        store.delete(blob.digest());
      }
    }
  }

  private static Map<String, Object> manifest(ContentStore store, BlobDigest digest) throws IOException {
    byte[] manifest = store.read(digest, MAX_MANIFEST_BYTES);
    try {
      return JsonTree.readObject(manifest);
    } catch (IOException e) {
      throw new IOException(
          "failed to collect referenced blobs: children: invalid desc " + digest + ": " + e.getMessage(), e);
    }
  }

  private static void addChildren(Map<String, Object> manifest, Deque<Descriptor> waiting) {
    for (String field : List.of("manifests", "layers", "config")) {
      Object value = manifest.get(field);
      List<?> children = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
      for (Object child : children) {
        if (child instanceof Map<?, ?> fields) {
          waiting.add(Descriptor.of(fields));
        }
      }
    }
  }
}
