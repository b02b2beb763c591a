package dev.strake.frontend.context;

import dev.strake.llb.State;
import java.util.Optional;

/**
 * What the client gave as the main context.
 *
 * @param tree the context; absent for a local one
 * @param dockerfileTree where the Dockerfile is; absent where it is in a local folder
 * @param dockerfile the Dockerfile's path
 */
record MainContext(Optional<State> tree, Optional<State> dockerfileTree, String dockerfile) {}
