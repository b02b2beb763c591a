package dev.strake.bridge.builders;

import dev.strake.bridge.content.JsonTree;
import dev.strake.bridge.host.HostFailure;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One index of the images that several indexes list: the images in the order in which their platforms were asked for,
 * and behind them the statements about them, as one daemon would have written it.
 */
final class IndexAssembly {

  private static final String MANIFESTS = "manifests";
  private static final String MEDIA_TYPE = "mediaType";
  private static final String SUBJECT = "vnd.docker.reference.digest";

  private final Map<String, Object> head = new LinkedHashMap<>();
  private final List<Map<?, ?>> descriptors = new ArrayList<>();

  /** Takes an index in. */
  void add(Share share, byte[] json) throws IOException, HostFailure {
    Map<String, Object> index = JsonTree.readObject(json);
    if (!(index.get(MANIFESTS) instanceof List<?> manifests)) {
      throw new HostFailure(BuilderDiagnostics.noIndex(share));
    }
    if (!head.isEmpty() && !String.valueOf(head.get(MEDIA_TYPE)).equals(String.valueOf(index.get(MEDIA_TYPE)))) {
      throw new HostFailure(BuilderDiagnostics.differentTypes());
    }
    index.forEach(head::putIfAbsent);
    for (Object manifest : manifests) {
      if (manifest instanceof Map<?, ?> descriptor) {
        descriptors.add(descriptor);
      }
    }
  }

  /** The type of the index. */
  String mediaType() {
    return String.valueOf(head.get(MEDIA_TYPE));
  }

  /** The index of all that was taken in, with one image for each of the platforms. */
  byte[] write(List<Platform> order) throws HostFailure {
    List<Map<?, ?>> images = new ArrayList<>();
    for (Platform platform : order) {
      images.add(
          descriptors.stream()
              .filter(descriptor -> platform(descriptor).equals(Platforms.formatAll(platform)))
              .findFirst()
              .orElseThrow(
                  () -> new HostFailure(BuilderDiagnostics.platformMissing(Platforms.formatAll(platform)))));
    }
    List<Map<?, ?>> all = new ArrayList<>(images);
    for (Map<?, ?> image : images) {
      descriptors.stream().filter(other -> subject(other).equals(image.get("digest"))).forEach(all::add);
    }
    Map<String, Object> index = new LinkedHashMap<>(head);
    index.put(MANIFESTS, all);
    return JsonTree.writeIndented(index);
  }

  private static String subject(Map<?, ?> descriptor) {
    return text(descriptor.get("annotations"), SUBJECT);
  }

  private static String platform(Map<?, ?> descriptor) {
    Object platform = descriptor.get("platform");
    return Platforms.formatAll(
        Platforms.normalize(
            new Platform(
                text(platform, "os"),
                text(platform, "architecture"),
                text(platform, "variant"),
                text(platform, "os.version"),
                features(platform))));
  }

  private static List<String> features(Object platform) {
    return platform instanceof Map<?, ?> fields && fields.get("os.features") instanceof List<?> features
        ? features.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String text(Object object, String name) {
    return object instanceof Map<?, ?> fields && fields.get(name) instanceof String text ? text : "";
  }
}
