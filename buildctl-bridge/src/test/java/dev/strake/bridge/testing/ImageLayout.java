package dev.strake.bridge.testing;

import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads an OCI layout that holds one image, or one index of images. */
public final class ImageLayout {

  private final Path folder;

  public ImageLayout(Path folder) {
    this.folder = folder;
  }

  /**
   * An image of the index.
   *
   * @param platform what the index says
   * @param configPlatform what its configuration says
   */
  public record Image(String digest, String platform, String configPlatform) {}

  /** The digest of what the layout holds. */
  public String digest() throws IOException {
    return Json.read(Files.readAllBytes(folder.resolve("index.json"))).list("manifests").getFirst().text("digest");
  }

  /** The images of the index, in its order; statements about images are none. */
  public List<Image> indexed() throws IOException {
    List<Image> images = new ArrayList<>();
    for (Json descriptor : blob(digest()).list("manifests")) {
      String digest = descriptor.text("digest");
      Json config = blob(blob(digest).at("config").text("digest"));
      if (!descriptor.at("platform").text("os").equals("unknown")) {
        images.add(new Image(digest, platform(descriptor.at("platform")), platform(config)));
      }
    }
    return images;
  }

  /** A blob that is JSON. */
  public Json blob(String digest) throws IOException {
    return Json.read(Files.readAllBytes(file(digest)));
  }

  /** A blob's file. */
  public Path file(String digest) {
    return folder.resolve("blobs").resolve(digest.replace(':', '/'));
  }

  private static String platform(Json fields) {
    return Platforms.formatAll(
        new Platform(
            fields.text("os"),
            fields.text("architecture"),
            fields.text("variant"),
            fields.text("os.version"),
            fields.texts("os.features")));
  }
}
