package dev.strake.bridge.builders;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.content.Descriptor;
import dev.strake.bridge.content.JsonTree;
import dev.strake.bridge.content.OciIndex;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An OCI layout: each builder fills one of its own inside, and the blobs of all come together at the end. */
final class LayoutStore implements IndexStore {

  private static final String BLOBS = "blobs/sha256";

  private final Export export;
  private final Path layout;
  private final Map<Share, Path> parts = new LinkedHashMap<>();

  LayoutStore(Export export, Path layout) {
    this.export = export;
    this.layout = layout;
  }

  @Override
  public Export builderExport(Share share) throws IOException {
    Files.createDirectories(layout);
    Path part = Files.createTempDirectory(layout, ".builder");
    parts.put(share, part);
    return new Export(export.type(), export.attributes(), new Export.Destination.Directory(part));
  }

  @Override
  public byte[] read(Share share, String digest) throws IOException {
    return Files.readAllBytes(parts.get(share).resolve(BLOBS).resolve(BlobDigest.parse(digest).hex()));
  }

  @Override
  public void write(String mediaType, byte[] index) throws IOException {
    Path blobs = Files.createDirectories(layout.resolve(BLOBS));
    for (Path part : parts.values()) {
      String builders = new OciIndex(part).manifests().getFirst().digest().hex();
      try (Stream<Path> files = Files.list(part.resolve(BLOBS))) {
        for (Path file : files.filter(path -> !path.endsWith(builders)).toList()) {
          Files.move(file, blobs.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    BlobDigest digest = BlobDigest.of(index);
    Files.write(blobs.resolve(digest.hex()), index);
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("mediaType", mediaType);
    descriptor.put("digest", digest.toString());
    descriptor.put("size", (long) index.length);
    new OciIndex(layout).put(Descriptor.read(JsonTree.write(descriptor)), names());
  }

  private List<OciIndex.Name> names() {
    String names = export.attributes().getOrDefault("name", "");
    return names.isEmpty()
        ? List.of(new OciIndex.Name.Tag("latest"))
        : Arrays.stream(names.split(",")).<OciIndex.Name>map(OciIndex.Name.Reference::new).toList();
  }

  @Override
  public void close() throws IOException {
    for (Path part : parts.values()) {
      FileTrees.delete(part);
    }
  }
}
