package dev.strake.llb;

/**
 * What is checked out of a repository, and how it is reached. Immutable.
 *
 * @param ref a branch, a tag or a commit; empty for the default branch
 * @param subdir the part of the tree; empty for all
 * @param keepGitDir whether {@code .git} stays
 * @param authTokenSecret the secret that holds a token; empty for none
 * @param authHeaderSecret the secret that holds a header; empty for none
 * @param requireAuth whether the daemon must be able to use these secrets
 * @param knownSshHosts lines of a {@code known_hosts} file; empty for none
 * @param mountSshSock the SSH agent; empty for {@code default}
 * @param checksum the commit, or how it begins; empty for any
 * @param mtime {@code checkout} or {@code commit}; empty for the default
 * @param fetchByCommit whether to fetch the checksum rather than the ref
 * @param bundle where a bundle of the history is; empty for the repository itself
 * @param bundleStore the bundle's store
 * @param checkoutBundle whether the result is a bundle
 */
public record GitOptions(
    String ref,
    String subdir,
    boolean keepGitDir,
    String authTokenSecret,
    String authHeaderSecret,
    boolean requireAuth,
    String knownSshHosts,
    String mountSshSock,
    String checksum,
    boolean skipSubmodules,
    String mtime,
    boolean fetchByCommit,
    String bundle,
    OciStore bundleStore,
    boolean checkoutBundle,
    Constraints constraints) {
  /** The secret that a token is looked for in, unless told otherwise. */
  public static final String AUTH_TOKEN = "GIT_AUTH_TOKEN";

  /** The secret that a header is looked for in, unless told otherwise. */
  public static final String AUTH_HEADER = "GIT_AUTH_HEADER";

  public static final GitOptions NONE =
      new GitOptions(
          "", "", false, AUTH_TOKEN, AUTH_HEADER, false, "", "",
          "", false, "", false, "", OciStore.NONE, false, Constraints.NONE);

  public GitOptions withRef(String value) {
    return new GitOptions(
        value,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withSubdir(String value) {
    return new GitOptions(
        ref,
        value,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withKeepGitDir(boolean value) {
    return new GitOptions(
        ref,
        subdir,
        value,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withAuthTokenSecret(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        value,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withAuthHeaderSecret(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        value,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withRequireAuth(boolean value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        value,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withKnownSshHosts(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        value,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withMountSshSock(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        value,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withChecksum(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        value,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withSkipSubmodules(boolean value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        value,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withMtime(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        value,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withFetchByCommit(boolean value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        value,
        bundle,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withBundle(String value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        value,
        bundleStore,
        checkoutBundle,
        constraints);
  }

  public GitOptions withBundleStore(OciStore value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        value,
        checkoutBundle,
        constraints);
  }

  public GitOptions withCheckoutBundle(boolean value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        value,
        constraints);
  }

  public GitOptions withConstraints(Constraints value) {
    return new GitOptions(
        ref,
        subdir,
        keepGitDir,
        authTokenSecret,
        authHeaderSecret,
        requireAuth,
        knownSshHosts,
        mountSshSock,
        checksum,
        skipSubmodules,
        mtime,
        fetchByCommit,
        bundle,
        bundleStore,
        checkoutBundle,
        value);
  }
}
