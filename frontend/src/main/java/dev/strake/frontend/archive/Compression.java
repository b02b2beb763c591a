package dev.strake.frontend.archive;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed. The libraries' classes are loaded when a file needs them. */
enum Compression {
  NONE {
    @Override
    InputStream open(InputStream compressed) {
      return compressed;
    }
  },
  BZIP2("425a68") {
    @Override
    InputStream open(InputStream compressed) throws IOException {
      return new Checked(new BZip2HadoopStreams().createInputStream(compressed));
    }
  },
  GZIP("1f8b08") {
    @Override
    InputStream open(InputStream compressed) throws IOException {
      return new GZIPInputStream(compressed);
    }
  },
  XZ("fd377a585a00") {
    @Override
    InputStream open(InputStream compressed) throws IOException {
      return new XZInputStream(compressed, XZ_MEMORY_KIB);
    }
  },
  ZSTD("28b52ffd") {
    @Override
    InputStream open(InputStream compressed) throws IOException {
      return new Checked(new ZstdInputStream(withoutSkippableFrames(compressed)));
    }
  };

  /** Enough for what {@code xz -9} makes; a file that asks for more is taken for one that cannot be read. */
  private static final int XZ_MEMORY_KIB = 100 * 1024;

  private static final int SKIPPABLE_LOW = 0x50;
  private static final int SKIPPABLE_MASK = 0xf0;
  private static final byte[] SKIPPABLE_REST = {0x2a, 0x4d, 0x18};
  private static final int SKIPPABLE_HEAD = 8;

  private static final int FRAME_FLAGS = 4;
  private static final int FRAME_WINDOW = 5;
  private static final int WITHOUT_WINDOW = 0x20;
  private static final int SMALLEST_WINDOW_BITS = 10;
  private static final long MIB = 1 << 20;
  private static final long LARGEST_WINDOW = 8 * MIB;

  private final byte[] magic;

  Compression() {
    this("");
  }

  Compression(String magic) {
    this.magic = HexFormat.of().parseHex(magic);
  }

  /** What is in a compressed file; what cannot be read shows as an {@link IOException}, here or later. */
  abstract InputStream open(InputStream compressed) throws IOException;

  /** How a file that begins so is compressed. */
  static Compression of(byte[] head) {
    for (Compression each : values()) {
      if (each != NONE && startsWith(head, 0, each.magic)) {
        return each;
      }
    }
    return isSkippable(head) ? ZSTD : NONE;
  }

  /** Whether a frame begins here that zstd has not compressed, but another program has put there for itself. */
  private static boolean isSkippable(byte[] head) {
    return head.length >= SKIPPABLE_HEAD
        && (head[0] & SKIPPABLE_MASK) == SKIPPABLE_LOW
        && startsWith(head, 1, SKIPPABLE_REST);
  }

  /** What comes behind such frames: the library knows none of them. */
  private static InputStream withoutSkippableFrames(InputStream compressed) throws IOException {
    PushbackInputStream frames = new PushbackInputStream(compressed, SKIPPABLE_HEAD);
    byte[] head = frames.readNBytes(SKIPPABLE_HEAD);
    while (isSkippable(head)) {
      frames.skipNBytes(Integer.toUnsignedLong(ByteBuffer.wrap(head).order(LITTLE_ENDIAN).getInt(Integer.BYTES)));
      head = frames.readNBytes(SKIPPABLE_HEAD);
    }
    checkWindow(head);
    frames.unread(head);
    return frames;
  }

  /** The library would say that the archive is malformed. */
  private static void checkWindow(byte[] head) throws WindowTooLargeException {
    boolean hasWindow =
        head.length == SKIPPABLE_HEAD && startsWith(head, 0, ZSTD.magic) && (head[FRAME_FLAGS] & WITHOUT_WINDOW) == 0;
    int window = head.length > FRAME_WINDOW ? head[FRAME_WINDOW] & 0xff : 0;
    // Five bits of exponent, three of what is added, in eighths.
    long size = (1L << SMALLEST_WINDOW_BITS + (window >> 3)) / 8 * (8 + (window & 7));
    if (hasWindow && size > LARGEST_WINDOW) {
      throw new WindowTooLargeException(
          "the archive's zstd window has " + size / MIB + " MiB, and " + LARGEST_WINDOW / MIB + " MiB can be read");
    }
  }

  private static boolean startsWith(byte[] head, int at, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (at + i >= head.length || head[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** A stream of a library that tells of wrong input by exceptions of several kinds. */
  private static final class Checked extends FilterInputStream {

    private static final int MOST_SKIPPED = 1 << 16;

    Checked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (MalformedInputException | IllegalStateException | IndexOutOfBoundsException e) {
        throw new IOException(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, MOST_SKIPPED)).length;
    }
  }
}
