package dev.strake.llb;

/**
 * What is checked out of a repository, and how it is reached. Immutable.
 *
 * <p>Usage: {@code GitOptions.builder().ref("main").subdir("docs").build()}
 */
public final class GitOptions {
  /** The secret that a token is looked for in, unless told otherwise. */
  public static final String AUTH_TOKEN = "GIT_AUTH_TOKEN";

  /** The secret that a header is looked for in, unless told otherwise. */
  public static final String AUTH_HEADER = "GIT_AUTH_HEADER";

  /** All of the default branch, without {@code .git}. */
  public static final GitOptions NONE = builder().build();

  private final String ref;
  private final String subdir;
  private final boolean keepGitDir;
  private final String authTokenSecret;
  private final String authHeaderSecret;
  private final boolean requireAuth;
  private final String knownSshHosts;
  private final String mountSshSock;
  private final String checksum;
  private final boolean skipSubmodules;
  private final String mtime;
  private final boolean fetchByCommit;
  private final String bundle;
  private final OciStore bundleStore;
  private final boolean checkoutBundle;
  private final Constraints constraints;

  private GitOptions(Builder builder) {
    this.ref = builder.ref;
    this.subdir = builder.subdir;
    this.keepGitDir = builder.keepGitDir;
    this.authTokenSecret = builder.authTokenSecret;
    this.authHeaderSecret = builder.authHeaderSecret;
    this.requireAuth = builder.requireAuth;
    this.knownSshHosts = builder.knownSshHosts;
    this.mountSshSock = builder.mountSshSock;
    this.checksum = builder.checksum;
    this.skipSubmodules = builder.skipSubmodules;
    this.mtime = builder.mtime;
    this.fetchByCommit = builder.fetchByCommit;
    this.bundle = builder.bundle;
    this.bundleStore = builder.bundleStore;
    this.checkoutBundle = builder.checkoutBundle;
    this.constraints = builder.constraints;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A branch, a tag or a commit; empty for the default branch. */
  public String ref() {
    return ref;
  }

  /** The part of the tree; empty for all. */
  public String subdir() {
    return subdir;
  }

  /** Whether {@code .git} stays. */
  public boolean keepGitDir() {
    return keepGitDir;
  }

  /** The secret that holds a token; empty for none. */
  public String authTokenSecret() {
    return authTokenSecret;
  }

  /** The secret that holds a header; empty for none. */
  public String authHeaderSecret() {
    return authHeaderSecret;
  }

  /** Whether the daemon must be able to use these secrets. */
  public boolean requireAuth() {
    return requireAuth;
  }

  /** Lines of a {@code known_hosts} file; empty for none. */
  public String knownSshHosts() {
    return knownSshHosts;
  }

  /** The SSH agent; empty for {@code default}. */
  public String mountSshSock() {
    return mountSshSock;
  }

  /** The commit, or how it begins; empty for any. */
  public String checksum() {
    return checksum;
  }

  public boolean skipSubmodules() {
    return skipSubmodules;
  }

  /** {@code checkout} or {@code commit}; empty for the default. */
  public String mtime() {
    return mtime;
  }

  /** Whether to fetch the checksum rather than the ref. */
  public boolean fetchByCommit() {
    return fetchByCommit;
  }

  /** Where a bundle of the history is; empty for the repository itself. */
  public String bundle() {
    return bundle;
  }

  /** The bundle's store. */
  public OciStore bundleStore() {
    return bundleStore;
  }

  /** Whether the result is a bundle. */
  public boolean checkoutBundle() {
    return checkoutBundle;
  }

  public Constraints constraints() {
    return constraints;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private String ref = "";
    private String subdir = "";
    private boolean keepGitDir;
    private String authTokenSecret = AUTH_TOKEN;
    private String authHeaderSecret = AUTH_HEADER;
    private boolean requireAuth;
    private String knownSshHosts = "";
    private String mountSshSock = "";
    private String checksum = "";
    private boolean skipSubmodules;
    private String mtime = "";
    private boolean fetchByCommit;
    private String bundle = "";
    private OciStore bundleStore = OciStore.NONE;
    private boolean checkoutBundle;
    private Constraints constraints = Constraints.NONE;

    private Builder() {}

    public Builder ref(String value) {
      ref = value;
      return this;
    }

    public Builder subdir(String value) {
      subdir = value;
      return this;
    }

    public Builder keepGitDir(boolean value) {
      keepGitDir = value;
      return this;
    }

    public Builder authTokenSecret(String value) {
      authTokenSecret = value;
      return this;
    }

    public Builder authHeaderSecret(String value) {
      authHeaderSecret = value;
      return this;
    }

    public Builder requireAuth(boolean value) {
      requireAuth = value;
      return this;
    }

    public Builder knownSshHosts(String value) {
      knownSshHosts = value;
      return this;
    }

    public Builder mountSshSock(String value) {
      mountSshSock = value;
      return this;
    }

    public Builder checksum(String value) {
      checksum = value;
      return this;
    }

    public Builder skipSubmodules(boolean value) {
      skipSubmodules = value;
      return this;
    }

    public Builder mtime(String value) {
      mtime = value;
      return this;
    }

    public Builder fetchByCommit(boolean value) {
      fetchByCommit = value;
      return this;
    }

    public Builder bundle(String value) {
      bundle = value;
      return this;
    }

    public Builder bundleStore(OciStore value) {
      bundleStore = value;
      return this;
    }

    public Builder checkoutBundle(boolean value) {
      checkoutBundle = value;
      return this;
    }

    public Builder constraints(Constraints value) {
      constraints = value;
      return this;
    }

    public GitOptions build() {
      return new GitOptions(this);
    }
  }
}
