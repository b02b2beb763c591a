package dev.strake.frontend.context;

import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.lower.image.EnvEntries;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.State;
import java.util.Optional;
import java.util.function.Function;

/** Images as contexts. */
final class ImageTrees {

  private ImageTrees() {}

  /** A registry's image: its tree, with the settings of its configuration but for when it was made. */
  static Loaded ofRegistry(State state, byte[] json) {
    return withConfig(state, read("", json, ImageConfig::parse).withoutCreated());
  }

  /** An OCI layout's image. */
  static Loaded ofLayout(State state, byte[] json) {
    return withConfig(state, read("could not parse oci-layout image config: ", json, ImageConfig::parse));
  }

  /** An input with a configuration, for the context {@code key}. The reference decodes it twice. */
  static Loaded ofInput(State state, byte[] json, String key) {
    read("", json, ImageConfig::parseOci);
    return withConfig(state, read("failed to parse image config for " + key + ": ", json, ImageConfig::parse));
  }

  private static ImageConfig read(String doing, byte[] json, Function<byte[], ImageConfig> parser) {
    try {
      return parser.apply(json);
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure(doing + malformed.getMessage());
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
