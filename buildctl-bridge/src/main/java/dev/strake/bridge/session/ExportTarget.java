package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.TreeReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where an export comes to on this side. */
public sealed interface ExportTarget {

  /** A folder. */
  record Directory(Path path, TreeReceiver.Mode mode) implements ExportTarget {}

  /** An archive. */
  non-sealed interface Archive extends ExportTarget {
    /** Called when the first bytes come. */
    OutputStream open() throws IOException;

    /** The build has succeeded: the archive may be seen. */
    void commit() throws IOException;

    /** The build has failed: nothing is to stay. */
    void discard();
  }
}
