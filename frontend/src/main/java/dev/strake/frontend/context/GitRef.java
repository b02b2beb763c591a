package dev.strake.frontend.context;

import dev.strake.llb.GitOptions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A git repository, and what of it, as a Dockerfile or a context names it, such as
 * {@code https://example.com/foo/bar.git?branch=main&subdir=docs} or {@code git@example.com:foo/bar.git#main:docs}.
 *
 * @param remote the repository's URL as git takes it
 * @param shortName the last path element without {@code .git}
 * @param ref a branch, tag or commit; empty for the default branch
 * @param checksum the commit that {@code ref} must be; empty where it does not matter
 * @param subDir a folder in the repository; empty for all of it
 * @param indistinguishableFromLocal whether it could be a path too, such as {@code github.com/foo/bar}
 * @param unencryptedTcp whether it is fetched in clear text
 * @param keepGitDir whether to keep {@code .git}; absent where not told
 * @param submodules whether to fetch submodules; absent where not told
 * @param modificationTime {@code checkout} or {@code commit}; empty where not told
 * @param fetchByCommit whether to fetch the commit itself without a look at the ref
 */
public record GitRef(
    String remote,
    String shortName,
    String ref,
    String checksum,
    String subDir,
    boolean indistinguishableFromLocal,
    boolean unencryptedTcp,
    Optional<Boolean> keepGitDir,
    Optional<Boolean> submodules,
    String modificationTime,
    boolean fetchByCommit) {

  /** What a text is, seen as a git reference. */
  public sealed interface Result {}

  /** It is one. */
  public record Found(GitRef ref) implements Result {}

  /** It is something else. */
  public record NotGit() implements Result {}

  /** It is one, but its query is wrong; the message is BuildKit's. */
  public record Malformed(String message) implements Result {}

  /** Looks at a context's or a source's text. */
  public static Result parse(String text) {
    return GitRefParser.parse(text);
  }

  /**
   * What it says for fetching, but for what flags and options may say, too.
   *
   * @param knownHosts gives the key of the repository's server, as {@link BuildContexts#knownHosts} does
   */
  public GitOptions.Builder options(UnaryOperator<String> knownHosts) {
    return GitOptions.builder()
        .knownSshHosts(knownHosts.apply(remote))
        .ref(ref)
        .subdir(subDir)
        .skipSubmodules(!submodules.orElse(true));
  }
}
