package dev.strake.bridge.content;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An OCI content descriptor: a blob's digest, size and type, with whatever else stands in it. Immutable. */
public final class Descriptor {

  /** The order in which Go's structure holds them. */
  private static final List<String> ORDER =
      List.of("mediaType", "digest", "size", "urls", "annotations", "data", "platform", "artifactType");

  private final Map<String, Object> fields;

  private Descriptor(Map<String, Object> fields) {
    this.fields = fields;
  }

  static Descriptor of(Map<?, ?> json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    json.forEach((name, value) -> fields.put((String) name, value));
    return new Descriptor(fields);
  }

  /**
   * Reads a descriptor.
   *
   * @throws IOException when it is no JSON object
   */
  public static Descriptor read(byte[] json) throws IOException {
    return new Descriptor(JsonTree.readObject(json));
  }

  /**
   * The blob's digest.
   *
   * @throws ContentException when it is none
   */
  public BlobDigest digest() throws ContentException {
    return BlobDigest.parse(fields.get("digest") instanceof String digest ? digest : "");
  }

  String mediaType() {
    return fields.get("mediaType") instanceof String type ? type : "";
  }

  Optional<String> annotation(String name) {
    return annotations().get(name) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  private Map<?, ?> annotations() {
    return fields.get("annotations") instanceof Map<?, ?> annotations ? annotations : Map.of();
  }

  /** The same with these annotations beside its own. */
  Descriptor annotated(Map<String, String> more) {
    Map<String, Object> annotations = new TreeMap<>();
    annotations().forEach((name, value) -> annotations.put((String) name, value));
    annotations.putAll(more);
    Map<String, Object> annotated = new LinkedHashMap<>();
    for (String name : ORDER) {
      Object value = name.equals("annotations") ? annotations : fields.get(name);
      if (value != null) {
        annotated.put(name, value);
      }
    }
    fields.forEach(annotated::putIfAbsent);
    return new Descriptor(annotated);
  }

  Map<String, Object> fields() {
    return fields;
  }
}
