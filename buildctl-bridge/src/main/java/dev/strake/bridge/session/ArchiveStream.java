package dev.strake.bridge.session;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An archive on a stream, such as standard output, which is closed when the build has succeeded. */
public final class ArchiveStream implements ExportTarget.Archive {

  private final OutputStream stream;
  private volatile boolean begun;
  private volatile boolean whole;

  public ArchiveStream(OutputStream stream) {
    this.stream = stream;
  }

  /** A stream shows only when it is written to. */
  @Override
  public void check() {}

  @Override
  public String name() {
    return "the output stream";
  }

  @Override
  public OutputStream open() {
    begun = true;
    return new FilterOutputStream(stream) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
        whole = true;
      }
    };
  }

  @Override
  public void commit() throws IOException {
    if (begun && !whole) {
      throw new IOException(
          "failed to write " + name() + ": the daemon ended the build before the archive was whole");
    }
    stream.close();
  }

  @Override
  public void discard() {}
}
