package dev.strake.frontend.context;

import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.lower.image.EnvEntries;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.State;
import java.util.Optional;

/** Images as contexts. */
final class ImageTrees {

  private ImageTrees() {}

  /** The image's tree, with the settings of its configuration. */
  static Loaded withConfig(State state, byte[] json) {
    return withConfig(state, read(json));
  }

  /** The same, but for when the image was made. */
  static Loaded withUndatedConfig(State state, byte[] json) {
    return withConfig(state, read(json).withoutCreated());
  }

  private static ImageConfig read(byte[] json) {
    try {
      return ImageConfig.parse(json);
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure(String.valueOf(malformed.getMessage()));
    }
  }

  private static Loaded withConfig(State state, ImageConfig config) {
    State configured = state;
    for (EnvEntries.Variable variable : config.config().env().variables()) {
      if (!variable.name().isEmpty()) {
        configured = configured.withEnv(variable.name(), variable.value());
      }
    }
    configured = configured.withDir(config.config().workingDir());
    boolean hasPlatform = !config.platform().architecture().isEmpty() && !config.platform().os().isEmpty();
    return new Loaded.Tree(
        hasPlatform ? configured.withPlatform(config.platform()) : configured, Optional.of(config));
  }
}
