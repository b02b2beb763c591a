package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.TreeReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an export comes to on this side. */
public sealed interface ExportTarget {

  /**
   * Looks whether it can be written to, so that a build that takes hours need not be in vain.
   *
   * @throws IOException when it cannot
   */
  void check() throws IOException;

  /**
   * The build has succeeded, as far as the daemon tells.
   *
   * @throws IOException when what came is not whole
   */
  void commit() throws IOException;

  /** The build has failed. */
  void discard();

  /** A folder. */
  final class Directory implements ExportTarget {
    private final Path path;
    private final TreeReceiver.Mode mode;
    private volatile String problem = "";

    public Directory(Path path, TreeReceiver.Mode mode) {
      this.path = path;
      this.mode = mode;
    }

    Path path() {
      return path;
    }

    TreeReceiver.Mode mode() {
      return mode;
    }

    /** Files begin to come. */
    void begin() {
      problem = "the daemon ended the build before all files were there";
    }

    void fail(String message) {
      problem = message;
    }

    /** All files are there. */
    void complete() {
      problem = "";
    }

    @Override
    public void check() throws IOException {
      Path existing = path.toAbsolutePath();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      WritableFolder.check(existing);
    }

    @Override
    public void commit() throws IOException {
      if (!problem.isEmpty()) {
        throw new IOException("failed to write " + path + ": " + problem);
      }
    }

    /** What has come stays, as with the reference; no part of a file does. */
    @Override
    public void discard() {}
  }

  /** An archive. */
  non-sealed interface Archive extends ExportTarget {
    /** What to call it in an error. */
    String name();

    /** Called when the first bytes come. */
    OutputStream open() throws IOException;
  }
}
