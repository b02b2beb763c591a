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

  /** A folder. */
  record Directory(Path path, TreeReceiver.Mode mode) implements ExportTarget {
    @Override
    public void check() throws IOException {
      Path existing = path.toAbsolutePath();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      WritableFolder.check(existing);
    }
  }

  /** An archive. */
  non-sealed interface Archive extends ExportTarget {
    /** What to call it in an error. */
    String name();

    /** Called when the first bytes come. */
    OutputStream open() throws IOException;

    /** The build has succeeded: the archive may be seen. */
    void commit() throws IOException;

    /** The build has failed: nothing is to stay. */
    void discard();
  }
}
