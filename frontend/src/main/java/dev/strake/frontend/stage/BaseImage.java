package dev.strake.frontend.stage;

import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a node begins with, where that is no stage of the file.
 *
 * @param state the files
 * @param config the configuration to go on with
 * @param baseConfig the image's own configuration; absent for none
 * @param platform what the files are for; absent where nothing is known
 * @param folder a local folder that the state stands for
 * @param complete whether the node is done with it: its own commands do not count
 */
public record BaseImage(
    State state,
    ImageConfig config,
    Optional<ImageConfig> baseConfig,
    Optional<Platform> platform,
    Optional<LateFolder> folder,
    boolean complete) {

  /** A local folder whose state is known once all paths are that the build uses of it. */
  public record LateFolder(Placeholder placeholder, Function<List<String>, State> state) {}
}
