package dev.strake.bridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.content.JsonTree;
import dev.strake.bridge.image.Programs.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An image that a build wrote as an OCI archive, unpacked. */
record OciArchive(Path layout) {

  static OciArchive unpack(Path archive) throws IOException, InterruptedException {
    Path layout = Files.createDirectory(archive.resolveSibling(archive.getFileName() + ".layout"));
    Outcome unpacked = Programs.run(List.of("tar", "-xf", archive.toString(), "-C", layout.toString()));
    assertThat(unpacked.exitCode()).as(unpacked.output()).isZero();
    return new OciArchive(layout);
  }

  /** The digest of its index or manifest. */
  String digest() throws IOException {
    return (String) objects(JsonTree.readObject(Files.readAllBytes(layout.resolve("index.json"))), "manifests")
        .getFirst()
        .get("digest");
  }

  /** The configuration of an image of one platform, without attestations. */
  Map<String, Object> config() throws IOException {
    return blob((String) object(blob(digest()), "config").get("digest"));
  }

  /** The manifests of an index, without those of statements. */
  List<Map<String, Object>> platforms() throws IOException {
    List<Map<String, Object>> platforms = new ArrayList<>();
    for (Map<String, Object> manifest : objects(blob(digest()), "manifests")) {
      if (!isAttestation(manifest)) {
        platforms.add(blob((String) manifest.get("digest")));
      }
    }
    return platforms;
  }

  /** The statements about its platforms, in the index's order: the predicate's type, and the statement. */
  List<Map.Entry<String, Map<String, Object>>> statements() throws IOException {
    List<Map.Entry<String, Map<String, Object>>> statements = new ArrayList<>();
    for (Map<String, Object> manifest : objects(blob(digest()), "manifests")) {
      if (isAttestation(manifest)) {
        for (Map<String, Object> layer : objects(blob((String) manifest.get("digest")), "layers")) {
          statements.add(
              Map.entry(
                  (String) object(layer, "annotations").get("in-toto.io/predicate-type"),
                  blob((String) layer.get("digest"))));
        }
      }
    }
    return statements;
  }

  private static boolean isAttestation(Map<String, Object> manifest) {
    return "attestation-manifest".equals(object(manifest, "annotations").get("vnd.docker.reference.type"));
  }

  private Map<String, Object> blob(String digest) throws IOException {
    return JsonTree.readObject(Files.readAllBytes(layout.resolve("blobs").resolve(digest.replace(':', '/'))));
  }

  static Map<String, Object> object(Map<String, Object> parent, String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (parent.get(name) instanceof Map<?, ?> found) {
      found.forEach((key, value) -> fields.put((String) key, value));
    }
    return fields;
  }

  static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object element : (List<?>) parent.getOrDefault(name, List.of())) {
      objects.add(object(Map.of("element", element), "element"));
    }
    return objects;
  }
}
