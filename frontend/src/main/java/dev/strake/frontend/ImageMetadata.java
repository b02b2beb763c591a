package dev.strake.frontend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.go.TooLargeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What exporters are told about an image. */
final class ImageMetadata {

  private static final String CONFIG = "containerimage.config";
  private static final String BASE_CONFIG = "containerimage.base.config";
  private static final String EPOCH = "source.date.epoch";

  private static final int LAST_YEAR = 9999;

  private ImageMetadata() {}

  /**
   * The metadata.
   *
   * @param limit how many bytes the configuration may have
   * @param suffix tells the platform where there are several
   */
  static Map<String, byte[]> of(CompiledImage image, long limit, String suffix) {
    if (image.epoch().isPresent() && !isInRange(image.epoch().get())) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.epochOutOfRange()));
    }
    Map<String, byte[]> metadata = new LinkedHashMap<>();
    metadata.put(CONFIG + suffix, configuration(image.config(), limit));
    image.baseConfig().ifPresent(base -> metadata.put(BASE_CONFIG + suffix, base.toJson()));
    image
        .epoch()
        .ifPresent(epoch -> metadata.put(EPOCH + suffix, Long.toString(epoch.getEpochSecond()).getBytes(UTF_8)));
    return metadata;
  }

  /** Whether a configuration can have this time. */
  private static boolean isInRange(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    return year >= 0 && year <= LAST_YEAR;
  }

  private static byte[] configuration(ImageConfig config, long limit) {
    try {
      return config.toJson(limit);
    } catch (TooLargeException e) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.tooLarge("the image's configuration", e.limit())));
    }
  }
}
