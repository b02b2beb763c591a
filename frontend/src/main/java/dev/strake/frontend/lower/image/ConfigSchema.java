package dev.strake.frontend.lower.image;

import java.util.Map;
import java.util.Set;

/** The structs that Go decodes a configuration to: the words of a mismatch have their names. */
enum ConfigSchema {
  /** With what Docker adds to OCI's configuration. */
  DOCKER("DockerOCIImage", "DockerOCIImage.Image", "DockerOCIImageConfig", "ImageConfig.", "Image."),
  /** OCI's own, in which the rest is unknown. */
  OCI("Image", "Image", "ImageConfig", "", "");

  /** An object in the configuration. */
  enum Part {
    IMAGE,
    CONFIG,
    HEALTHCHECK,
    ROOTFS,
    HISTORY
  }

  private static final Set<String> PLATFORM = Set.of("architecture", "os", "os.version", "os.features", "variant");
  private static final Set<String> EXTENSIONS = Set.of("healthcheck", "onbuild", "shell");

  /** Fields whose names in Go have capitals. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("user", "User"),
          Map.entry("exposedports", "ExposedPorts"),
          Map.entry("env", "Env"),
          Map.entry("entrypoint", "Entrypoint"),
          Map.entry("cmd", "Cmd"),
          Map.entry("volumes", "Volumes"),
          Map.entry("workingdir", "WorkingDir"),
          Map.entry("labels", "Labels"),
          Map.entry("stopsignal", "StopSignal"),
          Map.entry("argsescaped", "ArgsEscaped"),
          Map.entry("healthcheck", "Healthcheck"),
          Map.entry("onbuild", "OnBuild"),
          Map.entry("shell", "Shell"),
          Map.entry("test", "Test"),
          Map.entry("interval", "Interval"),
          Map.entry("timeout", "Timeout"),
          Map.entry("startperiod", "StartPeriod"),
          Map.entry("startinterval", "StartInterval"),
          Map.entry("retries", "Retries"));

  private final String whole;
  private final String image;
  private final String config;
  private final String configPrefix;
  private final String imagePrefix;

  ConfigSchema(String whole, String image, String config, String configPrefix, String imagePrefix) {
    this.whole = whole;
    this.image = image;
    this.config = config;
    this.configPrefix = configPrefix;
    this.imagePrefix = imagePrefix;
  }

  /** Whether a field of {@link Part#CONFIG} is known; the name is in small letters. */
  boolean has(String name) {
    return this == DOCKER || !EXTENSIONS.contains(name);
  }

  /** Go's type for an object. */
  String type(Part part) {
    return switch (part) {
      case IMAGE -> "v1." + whole;
      case CONFIG -> "v1." + config;
      case HEALTHCHECK -> "v1.HealthcheckConfig";
      case ROOTFS -> "v1.RootFS";
      case HISTORY -> "v1.History";
    };
  }

  /** Go's words for a field; the name is in small letters. */
  String place(Part part, String name) {
    return switch (part) {
      case IMAGE -> {
        String platform = PLATFORM.contains(name) ? "Platform." : "";
        yield name.equals("config") ? whole + ".config" : image + "." + platform + name;
      }
      case CONFIG -> {
        String holder = EXTENSIONS.contains(name) ? "DockerOCIImageConfigExt." : configPrefix;
        yield config + ".config." + holder + NAMES.getOrDefault(name, name);
      }
      case HEALTHCHECK ->
          "HealthcheckConfig.config.DockerOCIImageConfigExt.Healthcheck." + NAMES.getOrDefault(name, name);
      case ROOTFS -> "RootFS." + imagePrefix + "rootfs." + name;
      case HISTORY -> "History." + imagePrefix + "history." + name;
    };
  }
}
