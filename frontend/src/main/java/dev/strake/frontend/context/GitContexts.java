package dev.strake.frontend.context;

import dev.strake.llb.Constraints;
import dev.strake.llb.GitOptions;
import dev.strake.llb.Sources;
import dev.strake.llb.State;

/** Git repositories as contexts. */
final class GitContexts {

  private GitContexts() {}

  /**
   * The repository's tree.
   *
   * @param text what the client wrote, for the step's name
   * @param base options that the reference overrides where it has its own
   */
  static State state(String text, GitRef ref, GitOptions base) {
    GitOptions options =
        base.withRef(ref.ref())
            .withKeepGitDir(base.keepGitDir() || ref.keepGitDir().orElse(false))
            .withSubdir(ref.subDir())
            .withChecksum(ref.checksum())
            .withSkipSubmodules(!ref.submodules().orElse(true))
            .withFetchByCommit(ref.fetchByCommit())
            .withConstraints(Constraints.NONE.withCustomName("[internal] load git source " + text));
    if (!ref.modificationTime().isEmpty()) {
      options = options.withMtime(ref.modificationTime());
    }
    return Sources.git(ref.remote(), options);
  }
}
