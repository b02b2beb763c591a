package dev.strake.llb;

import java.time.Instant;
import java.util.Optional;

/** A change of a tree. Several in a row make one op. Relative paths begin at the state's directory. */
public sealed interface FileAction {

  /** Copies {@code src} of the source to {@code dest}. A slash at the end of {@code dest} means a directory. */
  record Copy(CopySource source, String src, String dest, CopyOptions options) implements FileAction {}

  /**
   * Makes a file.
   *
   * @param mode permission bits; only the lower nine count
   * @param data the contents; handed over, not to be changed any more
   */
  record Mkfile(String path, int mode, byte[] data, Optional<Owner> owner, Optional<Instant> createdTime)
      implements FileAction {
    public Mkfile(String path, int mode, byte[] data) {
      this(path, mode, data, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Makes a directory.
   *
   * @param mode permission bits; only the lower nine count
   * @param makeParents whether to make the directories above, too
   */
  record Mkdir(String path, int mode, boolean makeParents, Optional<Owner> owner, Optional<Instant> createdTime)
      implements FileAction {
    public Mkdir(String path, int mode, boolean makeParents) {
      this(path, mode, makeParents, Optional.empty(), Optional.empty());
    }
  }

  /** Removes a path. */
  record Rm(String path, boolean allowNotFound, boolean allowWildcard) implements FileAction {}

  /** Makes {@code newPath} point to {@code oldPath}; both stand as they are given. */
  record Symlink(String oldPath, String newPath, Optional<Owner> owner, Optional<Instant> createdTime)
      implements FileAction {}
}
