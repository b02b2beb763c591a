package dev.strake.frontend.lower.image;

import dev.strake.llb.EnvList;
import dev.strake.llb.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An image's configuration in the form that OCI and Docker share. Immutable.
 *
 * @param created a time of RFC 3339; empty for none
 * @param author empty for none
 * @param platform what the image is for
 * @param rootfs the layers that are there already
 * @param history how it came about
 * @param config how its containers start
 */
public record ImageConfig(
    String created,
    String author,
    Platform platform,
    RootFs rootfs,
    AppendList<HistoryEntry> history,
    ContainerConfig config) {

  /** Nothing is said, not even that there are layers. */
  public static final ImageConfig NONE =
      new ImageConfig(
          "",
          "",
          Platform.of("", ""),
          new RootFs("", Optional.empty()),
          AppendList.empty(),
          ContainerConfig.EMPTY);

  /**
   * The layers of an image.
   *
   * @param type empty where not told
   * @param diffIds absent where not told, which is written otherwise than an empty list
   */
  public record RootFs(String type, Optional<List<String>> diffIds) {}

  /** The configuration of an image without layers. */
  public static ImageConfig scratch(Platform platform) {
    ContainerConfig config = ContainerConfig.EMPTY.withWorkingDir("/");
    return new ImageConfig(
            "", "", platform, new RootFs("layers", Optional.empty()), AppendList.empty(), config)
        .withDefaultPath(platform.os());
  }

  /**
   * The configuration in this JSON, read as leniently as Go reads it: names in any case, unknown ones left out.
   *
   * @throws IllegalArgumentException when it is no such JSON; the message says why
   */
  public static ImageConfig parse(byte[] json) {
    return ImageConfigReader.read(json, ConfigSchema.DOCKER);
  }

  /** The same without what Docker adds to OCI's configuration, which may then be anything. */
  public static ImageConfig parseOci(byte[] json) {
    return ImageConfigReader.read(json, ConfigSchema.OCI);
  }

  /** The JSON, byte for byte as the reference writes it. */
  public byte[] toJson() {
    return toJson(Long.MAX_VALUE);
  }

  /**
   * The same JSON with a limit.
   *
   * @param limit a number of bytes
   * @throws dev.strake.llb.go.TooLargeException when it is longer
   */
  public byte[] toJson(long limit) {
    return ImageConfigWriter.write(this, limit);
  }

  /** The same image with a search path, unless it has one; Windows has its own. */
  public ImageConfig withDefaultPath(String os) {
    if (os.equals("windows") || config.env().get("PATH").isPresent()) {
      return this;
    }
    return with(c -> c.withEnv(c.env().with("PATH", EnvList.UNIX_PATH)));
  }

  public ImageConfig with(UnaryOperator<ContainerConfig> change) {
    ContainerConfig changed = change.apply(config);
    return changed == config ? this : new ImageConfig(created, author, platform, rootfs, history, changed);
  }

  public ImageConfig withHistory(HistoryEntry entry) {
    return new ImageConfig(created, author, platform, rootfs, history.append(entry), config);
  }

  public ImageConfig withAuthor(String value) {
    return new ImageConfig(created, value, platform, rootfs, history, config);
  }

  public ImageConfig withPlatform(Platform value) {
    return new ImageConfig(created, author, value, rootfs, history, config);
  }

  public ImageConfig withoutCreated() {
    return new ImageConfig("", author, platform, rootfs, history, config);
  }

  /** Whether the image has layers, as far as its configuration tells. */
  public boolean hasLayers() {
    boolean listed = rootfs.diffIds().map(ids -> !ids.isEmpty()).orElse(false);
    // Images of the old schema list no layers, but their history tells of them.
    return listed || history.toList().stream().anyMatch(entry -> !entry.emptyLayer());
  }
}
