package dev.strake.bridge.content;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.FileMutex;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code index.json} of an OCI image layout: which of its blobs are images, and their names. */
public final class OciIndex {

  /** A name that is no more than a host, which may have a port. */
  private static final Pattern HOST = Pattern.compile("[^:@]+(?::\\d*)?");

  private static final String IMAGE_NAME = "io.containerd.image.name";
  private static final String REF_NAME = "org.opencontainers.image.ref.name";
  private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
  private static final String LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}";

  private final Path layout;
  private final Path file;

  /** The index of the layout in a folder. */
  public OciIndex(Path layout) {
    this.layout = layout;
    this.file = layout.resolve("index.json");
  }

  /** What an image is called in an index. */
  public sealed interface Name {
    /** A tag alone. */
    record Tag(String tag) implements Name {}

    /** A whole reference, such as {@code docker.io/library/app:1}. */
    record Reference(String reference) implements Name {}
  }

  /**
   * The images.
   *
   * @throws IOException when there is no index, or it is malformed; the message is the reference's
   */
  public List<Descriptor> manifests() throws IOException {
    return manifests(read());
  }

  /** The image of a name, whole or a tag. */
  public Optional<Descriptor> find(String name) throws IOException {
    List<Descriptor> all = manifests();
    for (String annotation : List.of(IMAGE_NAME, REF_NAME)) {
      for (Descriptor descriptor : all) {
        if (descriptor.annotation(annotation).filter(name::equals).isPresent()) {
          return Optional.of(descriptor);
        }
      }
    }
    return Optional.empty();
  }

  /** Gives an image these names; whatever bore one of them is forgotten. Makes the index where there is none. */
  public void put(Descriptor descriptor, List<Name> names) throws IOException {
    try (FileMutex held = FileMutex.acquire(layout.resolve("index.json.lock"))) {
      try {
        change(descriptor, names);
      } finally {
        held.deleteFile();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + file);
    }
  }

  private void change(Descriptor descriptor, List<Name> names) throws IOException {
    Files.writeString(layout.resolve("oci-layout"), LAYOUT);
    Map<String, Object> index = Files.exists(file) && Files.size(file) > 0 ? read() : new LinkedHashMap<>();
    List<Descriptor> manifests = new ArrayList<>(manifests(index));
    for (Name name : names) {
      insert(manifests, descriptor, name);
    }
    write(index, manifests);
  }

  private static void insert(List<Descriptor> manifests, Descriptor descriptor, Name name) {
    Map<String, String> annotations = new LinkedHashMap<>();
    switch (name) {
      case Name.Tag(String tag) -> annotations.put(REF_NAME, tag);
      case Name.Reference(String reference) -> {
        annotations.put(IMAGE_NAME, reference);
        annotations.put(REF_NAME, object(reference));
      }
    }
    manifests.removeIf(
        old ->
            old.annotation(REF_NAME).orElse("").equals(annotations.get(REF_NAME))
                && old.annotation(IMAGE_NAME).orElse("").equals(annotations.getOrDefault(IMAGE_NAME, "")));
    manifests.add(descriptor.annotated(annotations));
  }

  /** What stands behind the repository in a reference: its tag and its digest. */
  private static String object(String reference) {
    int slash = reference.indexOf('/');
    int colon = reference.indexOf(':', slash + 1);
    int at = reference.indexOf('@', slash + 1);
    if (slash < 0 && HOST.matcher(reference).matches()) {
      return "";
    }
    if (slash < 0 || colon < 0 && at < 0) {
      return slash < 0 ? reference : "";
    }
    return at >= 0 && (colon < 0 || at < colon) ? reference.substring(at) : reference.substring(colon + 1);
  }

  private void write(Map<String, Object> old, List<Descriptor> manifests) throws IOException {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("schemaVersion", old.getOrDefault("schemaVersion", 2L));
    index.put("mediaType", old.getOrDefault("mediaType", INDEX_TYPE));
    index.put("manifests", manifests.stream().map(Descriptor::fields).toList());
    old.forEach(index::putIfAbsent);
    Path growing = file.resolveSibling(".index.json.tmp");
    Files.write(growing, JsonTree.write(index));
    Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Map<String, Object> read() throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("could not read " + file + ": open " + FileErrors.describe(e), e);
    }
    try {
      return JsonTree.readObject(json);
    } catch (IOException e) {
      throw new IOException("could not unmarshal " + file + ": " + e.getMessage(), e);
    }
  }

  private static List<Descriptor> manifests(Map<String, Object> index) {
    List<Descriptor> manifests = new ArrayList<>();
    if (index.get("manifests") instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> fields) {
          manifests.add(Descriptor.of(fields));
        }
      }
    }
    return manifests;
  }
}
