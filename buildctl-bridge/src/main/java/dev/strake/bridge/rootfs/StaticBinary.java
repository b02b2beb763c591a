package dev.strake.bridge.rootfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Tells programs that need no shared library, and so run in an otherwise empty root file system. */
final class StaticBinary {

  private static final int ELF_MAGIC = 0x7f454c46;
  private static final int CLASS_64 = 2;
  private static final int PROGRAM_HEADER_INTERPRETER = 3;
  private static final int HEADER_BYTES = 64;
  private static final int MAX_PROGRAM_HEADERS_BYTES = 64 * 1024;

  private StaticBinary() {}

  /** Whether the file is a 64-bit ELF program that names no dynamic loader. */
  static boolean is(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer header = read(channel, 0, HEADER_BYTES);
      if (header.remaining() < HEADER_BYTES || header.getInt(0) != ELF_MAGIC || header.get(4) != CLASS_64) {
        return false;
      }
      header.order(header.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int entryBytes = Short.toUnsignedInt(header.getShort(54));
      int entries = Short.toUnsignedInt(header.getShort(56));
      int bytes = Math.min(entryBytes * entries, MAX_PROGRAM_HEADERS_BYTES);
      ByteBuffer table = read(channel, header.getLong(32), bytes).order(header.order());
      for (int at = 0; at + Integer.BYTES <= table.limit() && entryBytes > 0; at += entryBytes) {
        if (table.getInt(at) == PROGRAM_HEADER_INTERPRETER) {
          return false;
        }
      }
      return true;
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // One read may bring less than was asked for.
    }
    return buffer.flip();
  }
}
