package dev.strake.frontend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.lower.CompiledImage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What exporters are told about an image. */
final class ImageMetadata {

  private static final String CONFIG = "containerimage.config";
  private static final String BASE_CONFIG = "containerimage.base.config";
  private static final String EPOCH = "source.date.epoch";

  private ImageMetadata() {}

  /** The metadata; {@code suffix} tells the platform where there are several. */
  static Map<String, byte[]> of(CompiledImage image, String suffix) {
    Map<String, byte[]> metadata = new LinkedHashMap<>();
    metadata.put(CONFIG + suffix, image.config().toJson());
    image.baseConfig().ifPresent(base -> metadata.put(BASE_CONFIG + suffix, base.toJson()));
    image
        .epoch()
        .ifPresent(epoch -> metadata.put(EPOCH + suffix, Long.toString(epoch.getEpochSecond()).getBytes(UTF_8)));
    return metadata;
  }
}
