package dev.strake.frontend.lower;

import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.stage.StageNode;
import dev.strake.llb.Platform;
import java.util.Optional;

/**
 * A node that is done.
 *
 * @param state what it has come to
 * @param baseConfig the configuration of the image that its chain begins with
 * @param platform what its files are for; absent where nothing is known
 * @param ignoreCache whether its steps run again whatever the cache holds
 * @param scanContext whether a software bill of materials looks at the context for it
 * @param scanStage whether a software bill of materials looks at it
 */
record LoweredStage(
    StageNode node,
    StageState state,
    Optional<ImageConfig> baseConfig,
    Optional<Platform> platform,
    StageOutline outline,
    boolean ignoreCache,
    boolean scanContext,
    boolean scanStage) {}
