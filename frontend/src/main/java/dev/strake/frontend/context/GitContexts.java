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
   * @param keepGitDir whether {@code .git} stays even where the reference does not ask for it
   * @param mtime as {@link GitOptions#mtime} has it, where the reference says nothing of it
   */
  static State state(Gateway gateway, String text, GitRef ref, boolean keepGitDir, String mtime) {
    GitOptions options =
        ref.options(gateway::knownHosts)
            .keepGitDir(keepGitDir || ref.keepGitDir().orElse(false))
            .checksum(ref.checksum())
            .mtime(ref.modificationTime().isEmpty() ? mtime : ref.modificationTime())
            .fetchByCommit(ref.fetchByCommit())
            .constraints(Constraints.NONE.withCustomName("[internal] load git source " + text))
            .build();
    return Sources.git(ref.remote(), options);
  }
}
