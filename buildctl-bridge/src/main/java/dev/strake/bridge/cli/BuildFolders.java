package dev.strake.bridge.cli;

import dev.strake.bridge.session.UploadSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a build reads from.
 *
 * @param options the frontend options that say so
 * @param locals the folders on this side, by their names in the session
 * @param dockerfile the Dockerfile on this side; absent where it lies in a remote context
 * @param archive a context that comes as an archive on standard input
 */
record BuildFolders(
    Map<String, String> options, Map<String, Path> locals, Optional<Path> dockerfile, Optional<UploadSource> archive) {

  /** Folders, and nothing that is sent as a whole. */
  BuildFolders(Map<String, String> options, Map<String, Path> locals, Optional<Path> dockerfile) {
    this(options, locals, dockerfile, Optional.empty());
  }
}
