package dev.strake.frontend.lower;

import dev.strake.frontend.stage.StageNode;
import dev.strake.llb.Platform;

/**
 * What holds for all commands of a stage.
 *
 * @param platform what the stage's files are for
 * @param root the node that the chain of stages begins with, whose paths are used
 * @param ignoreCache whether its steps run again whatever the cache holds
 * @param outline takes what the stage tells about itself
 */
record StageScope(StageNode node, Platform platform, int root, boolean ignoreCache, StageOutline.Builder outline) {}
