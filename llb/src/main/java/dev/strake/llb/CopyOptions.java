package dev.strake.llb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How files are copied. Immutable. */
public final class CopyOptions {
  /** As a plain copy: nothing changed, nothing created, nothing unpacked. */
  public static final CopyOptions NONE = builder().build();

  private final OptionalInt mode;
  private final String modeString;
  private final boolean followSymlinks;
  private final boolean dirContentsOnly;
  private final List<String> includePatterns;
  private final List<String> excludePatterns;
  private final List<String> requiredPaths;
  private final boolean attemptUnpack;
  private final boolean createDestPath;
  private final boolean allowWildcard;
  private final boolean allowEmptyWildcard;
  private final boolean alwaysReplaceExistingDestPaths;
  private final Optional<Owner> owner;
  private final Optional<Instant> createdTime;

  private CopyOptions(Builder builder) {
    this.mode = builder.mode;
    this.modeString = builder.modeString;
    this.followSymlinks = builder.followSymlinks;
    this.dirContentsOnly = builder.dirContentsOnly;
    this.includePatterns = builder.includePatterns;
    this.excludePatterns = builder.excludePatterns;
    this.requiredPaths = builder.requiredPaths;
    this.attemptUnpack = builder.attemptUnpack;
    this.createDestPath = builder.createDestPath;
    this.allowWildcard = builder.allowWildcard;
    this.allowEmptyWildcard = builder.allowEmptyWildcard;
    this.alwaysReplaceExistingDestPaths = builder.alwaysReplaceExistingDestPaths;
    this.owner = Optional.ofNullable(builder.owner);
    this.createdTime = Optional.ofNullable(builder.createdTime);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The permission bits; empty for the source's own. */
  public OptionalInt mode() {
    return mode;
  }

  /** A symbolic mode such as {@code u=rwX,go=rX}, which wins over {@link #mode}; empty for none. */
  public String modeString() {
    return modeString;
  }

  public boolean followSymlinks() {
    return followSymlinks;
  }

  /** Whether a directory's contents are copied rather than the directory. */
  public boolean dirContentsOnly() {
    return dirContentsOnly;
  }

  public List<String> includePatterns() {
    return includePatterns;
  }

  public List<String> excludePatterns() {
    return excludePatterns;
  }

  /** Paths that must be among what the include patterns find. */
  public List<String> requiredPaths() {
    return requiredPaths;
  }

  /** Whether a source that is an archive is unpacked, as Docker does. */
  public boolean attemptUnpack() {
    return attemptUnpack;
  }

  public boolean createDestPath() {
    return createDestPath;
  }

  public boolean allowWildcard() {
    return allowWildcard;
  }

  /** Whether a wildcard may find nothing. */
  public boolean allowEmptyWildcard() {
    return allowEmptyWildcard;
  }

  /** Whether a destination of another kind than the source is replaced rather than an error. */
  public boolean alwaysReplaceExistingDestPaths() {
    return alwaysReplaceExistingDestPaths;
  }

  public Optional<Owner> owner() {
    return owner;
  }

  public Optional<Instant> createdTime() {
    return createdTime;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private OptionalInt mode = OptionalInt.empty();
    private String modeString = "";
    private boolean followSymlinks;
    private boolean dirContentsOnly;
    private List<String> includePatterns = List.of();
    private List<String> excludePatterns = List.of();
    private List<String> requiredPaths = List.of();
    private boolean attemptUnpack;
    private boolean createDestPath;
    private boolean allowWildcard;
    private boolean allowEmptyWildcard;
    private boolean alwaysReplaceExistingDestPaths;
    private @Nullable Owner owner;
    private @Nullable Instant createdTime;

    private Builder() {}

    public Builder mode(int value) {
      mode = OptionalInt.of(value);
      return this;
    }

    public Builder modeString(String value) {
      modeString = value;
      return this;
    }

    public Builder followSymlinks(boolean value) {
      followSymlinks = value;
      return this;
    }

    public Builder dirContentsOnly(boolean value) {
      dirContentsOnly = value;
      return this;
    }

    public Builder includePatterns(List<String> value) {
      includePatterns = List.copyOf(value);
      return this;
    }

    public Builder excludePatterns(List<String> value) {
      excludePatterns = List.copyOf(value);
      return this;
    }

    public Builder requiredPaths(List<String> value) {
      requiredPaths = List.copyOf(value);
      return this;
    }

    public Builder attemptUnpack(boolean value) {
      attemptUnpack = value;
      return this;
    }

    public Builder createDestPath(boolean value) {
      createDestPath = value;
      return this;
    }

    public Builder allowWildcard(boolean value) {
      allowWildcard = value;
      return this;
    }

    public Builder allowEmptyWildcard(boolean value) {
      allowEmptyWildcard = value;
      return this;
    }

    public Builder alwaysReplaceExistingDestPaths(boolean value) {
      alwaysReplaceExistingDestPaths = value;
      return this;
    }

    public Builder owner(Owner value) {
      owner = value;
      return this;
    }

    public Builder createdTime(Instant value) {
      createdTime = value;
      return this;
    }

    public CopyOptions build() {
      return new CopyOptions(this);
    }
  }
}
