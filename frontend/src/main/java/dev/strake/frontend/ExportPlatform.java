package dev.strake.frontend;

import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.go.GoJsonWriter;
import java.util.List;

/**
 * A platform as exporters are told of it.
 *
 * @param id the key of its tree, such as {@code linux/arm64}
 */
record ExportPlatform(String id, Platform platform) {

  /** The key of the list of them in a result's metadata. */
  static final String KEY = "refs.platforms";

  /**
   * The platform of a tree.
   *
   * @param target what was built for
   * @param image what the image's configuration says, which on Windows may say more
   */
  static ExportPlatform of(Platform target, Platform image) {
    Platform normal = Platforms.normalize(target);
    boolean extend = normal.os().equals("windows") && image.os().equals("windows");
    return new ExportPlatform(
        Platforms.formatAll(normal), extend ? Platforms.normalize(extended(normal, image)) : normal);
  }

  private static Platform extended(Platform target, Platform image) {
    return new Platform(
        target.os(),
        target.architecture(),
        target.variant(),
        target.osVersion().isEmpty() ? image.osVersion() : target.osVersion(),
        target.osFeatures().isEmpty() ? image.osFeatures() : target.osFeatures());
  }

  /** The list's JSON. */
  static byte[] toJson(List<ExportPlatform> platforms) {
    return GoJsonWriter.compact()
        .beginObject()
        .name("Platforms")
        .array(platforms, ExportPlatform::write)
        .endObject()
        .toBytes();
  }

  private static void write(GoJsonWriter json, ExportPlatform export) {
    Platform platform = export.platform;
    json.beginObject().name("ID").string(export.id).name("Platform").beginObject();
    json.name("architecture").string(platform.architecture());
    json.name("os").string(platform.os());
    if (!platform.osVersion().isEmpty()) {
      json.name("os.version").string(platform.osVersion());
    }
    if (!platform.osFeatures().isEmpty()) {
      json.name("os.features").array(platform.osFeatures(), GoJsonWriter::string);
    }
    if (!platform.variant().isEmpty()) {
      json.name("variant").string(platform.variant());
    }
    json.endObject().endObject();
  }
}
