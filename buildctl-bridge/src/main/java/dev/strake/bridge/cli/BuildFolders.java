package dev.strake.bridge.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a build reads from.
 *
 * @param options the frontend options that say so
 * @param locals the folders on this side, by their names in the session
 * @param dockerfile the Dockerfile on this side; absent where it lies in a remote context
 */
record BuildFolders(Map<String, String> options, Map<String, Path> locals, Optional<Path> dockerfile) {}
