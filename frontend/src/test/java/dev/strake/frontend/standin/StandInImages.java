package dev.strake.frontend.standin;

import dev.strake.llb.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image for every name: an index of eight platforms, or, for one name in sixteen, a single manifest.
 *
 * <p>What an image holds depends on its name only, so a name behaves the same in the compiler's own tests, which read
 * the configuration from here, and on a daemon, which fetches it from {@link StandInRegistry}. Stateless.
 */
public final class StandInImages {

  /** The platforms of every index, in its order. */
  public static final List<Platform> PLATFORMS =
      List.of(
          Platform.of("linux", "amd64"),
          new Platform("linux", "arm64", "v8", "", List.of()),
          new Platform("linux", "arm", "v7", "", List.of()),
          Platform.of("linux", "386"),
          Platform.of("linux", "ppc64le"),
          Platform.of("linux", "s390x"),
          Platform.of("linux", "riscv64"),
          new Platform("windows", "amd64", "", "10.0.20348.2113", List.of()));

  static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
  static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";

  /** The one image that can be asked for by its digest, too, under whatever name. */
  public static final Image PINNED = of("registry.test/trait-pinned:1");

  private StandInImages() {}

  /**
   * The image of a name.
   *
   * @param name registry, repository and tag, such as {@code docker.io/library/alpine:latest}
   */
  public static Image of(String name) {
    StandInTraits traits = StandInTraits.of(name);
    List<Manifest> manifests = new ArrayList<>();
    for (Platform platform : traits.single() ? PLATFORMS.subList(0, 1) : PLATFORMS) {
      manifests.add(manifest(traits, platform));
    }
    Blob top = traits.single() ? manifests.getFirst().manifest() : index(manifests);
    return new Image(top, manifests);
  }

  private static Manifest manifest(StandInTraits traits, Platform platform) {
    Blob config = Blob.of(CONFIG_TYPE, new StandInConfig(traits, platform).json());
    String json =
        "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST_TYPE + "\",\"config\":" + config.descriptor("")
            + ",\"layers\":[" + StandInLayer.BLOB.descriptor("") + "]}";
    return new Manifest(platform, Blob.of(MANIFEST_TYPE, json), config, StandInLayer.BLOB);
  }

  private static Blob index(List<Manifest> manifests) {
    StringBuilder json = new StringBuilder("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX_TYPE + "\",\"manifests\":[");
    for (Manifest each : manifests) {
      if (each != manifests.getFirst()) {
        json.append(',');
      }
      json.append(each.manifest().descriptor(",\"platform\":{" + StandInConfig.platformFields(each.platform()) + "}"));
    }
    return Blob.of(INDEX_TYPE, json.append("]}").toString());
  }

  /**
   * A whole image.
   *
   * @param top what the name points at: the index, or the only manifest
   */
  public record Image(Blob top, List<Manifest> manifests) {

    /** The configuration for a platform, chosen as a registry's client does it; empty where none fits. */
    public Optional<Manifest> forPlatform(Platform wanted) {
      if (top.mediaType().equals(MANIFEST_TYPE)) {
        return Optional.of(manifests.getFirst());
      }
      return manifests.stream().filter(manifest -> fits(manifest.platform(), wanted)).findFirst();
    }

    private static boolean fits(Platform offered, Platform wanted) {
      boolean sameVariant =
          offered.variant().equals(wanted.variant())
              || wanted.variant().isEmpty() && (offered.variant().equals("v8") || offered.variant().equals("v7"));
      return offered.os().equals(wanted.os()) && offered.architecture().equals(wanted.architecture()) && sameVariant;
    }
  }

  /** One platform's part of an image. */
  public record Manifest(Platform platform, Blob manifest, Blob config, Blob layer) {}
}
