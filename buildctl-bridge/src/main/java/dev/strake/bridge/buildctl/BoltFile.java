package dev.strake.bridge.buildctl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bbolt database file, read only: pages that form trees of key-value pairs, in which a value may be a tree of its
 * own.
 * Nothing of a file is trusted: an offset outside it, or a tree deeper than any real one, is an error.
 */
final class BoltFile {

  private static final int MAGIC = 0xED0CDAED;
  private static final int PAGE_HEADER = 16;
  private static final int ELEMENT = 16;
  private static final int BUCKET_HEADER = 16;
  private static final int BRANCH = 0x01;
  private static final int LEAF = 0x02;
  private static final int IS_BUCKET = 0x01;
  private static final int MAX_DEPTH = 100;

  private final ByteBuffer data;
  private final int pageSize;
  private final long root;

  private BoltFile(ByteBuffer data, int pageSize, long root) {
    this.data = data;
    this.pageSize = pageSize;
    this.root = root;
  }

  /** Gets to hear what is in the file, in the order of its keys. */
  interface Visitor {
    void bucket(int depth, byte[] name);

    void pair(int depth, byte[] key, byte[] value);
  }

  /** @throws IOException where it is no such file */
  static BoltFile read(Path file) throws IOException {
    ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    Meta best = null;
    int size = pageSize(data, file);
    for (int page = 0; page < 2; page++) {
      Meta meta = Meta.at(data, page * size + PAGE_HEADER);
      if (meta != null && (best == null || meta.transaction() > best.transaction())) {
        best = meta;
      }
    }
    if (best == null) {
      throw new IOException(file + ": invalid database");
    }
    return new BoltFile(data, best.pageSize(), best.root());
  }

  private static int pageSize(ByteBuffer data, Path file) throws IOException {
    Meta first = Meta.at(data, PAGE_HEADER);
    if (first != null) {
      return first.pageSize();
    }
    // A torn first page: the second one lies behind it, at the size of this machine's pages.
    for (int size = 1 << 10; size <= 1 << 24; size <<= 1) {
      Meta second = Meta.at(data, size + PAGE_HEADER);
      if (second != null && second.pageSize() == size) {
        return size;
      }
    }
    throw new IOException(file + ": invalid database");
  }

  /** One of the file's two heads. */
  private record Meta(int pageSize, long root, long transaction) {

    private static final int SIZE = 64;
    private static final int VERSION = 2;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static @Nullable Meta at(ByteBuffer data, int offset) {
      if (offset + SIZE > data.limit() || data.getInt(offset) != MAGIC || data.getInt(offset + 4) != VERSION) {
        return null;
      }
      int pageSize = data.getInt(offset + 8);
      boolean whole = checksum(data, offset) == data.getLong(offset + SIZE - Long.BYTES);
      return whole && pageSize > 0 ? new Meta(pageSize, data.getLong(offset + 16), data.getLong(offset + 48)) : null;
    }

    private static long checksum(ByteBuffer data, int offset) {
      long sum = FNV_OFFSET;
      for (int i = offset; i < offset + SIZE - Long.BYTES; i++) {
        sum = (sum ^ (data.get(i) & 0xff)) * FNV_PRIME;
      }
      return sum;
    }
  }

  void walk(Visitor visitor) throws IOException {
    try {
      page(root, visitor, 0, 0);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("invalid database: a page lies outside the file", e);
    }
  }

  private void page(long number, Visitor visitor, int level, int depth) throws IOException {
    node(Math.toIntExact(Math.multiplyExact(number, pageSize)), visitor, level, depth);
  }

  /** @param level how many pages and buckets there are above */
  private void node(int start, Visitor visitor, int level, int depth) throws IOException {
    if (level > MAX_DEPTH) {
      throw new IOException("invalid database: too deep");
    }
    int flags = data.getShort(start + 8);
    int count = data.getShort(start + 10) & 0xffff;
    for (int i = 0; i < count; i++) {
      int element = start + PAGE_HEADER + i * ELEMENT;
      if ((flags & BRANCH) != 0) {
        page(data.getLong(element + 8), visitor, level + 1, depth);
      } else if ((flags & LEAF) != 0) {
        leaf(element, visitor, level, depth);
      } else {
        throw new IOException("invalid database: unknown page type " + flags);
      }
    }
  }

  private void leaf(int element, Visitor visitor, int level, int depth) throws IOException {
    int key = element + data.getInt(element + 4);
    int keySize = data.getInt(element + 8);
    int valueSize = data.getInt(element + 12);
    byte[] name = bytes(key, keySize);
    if ((data.getInt(element) & IS_BUCKET) == 0) {
      visitor.pair(depth, name, bytes(key + keySize, valueSize));
      return;
    }
    visitor.bucket(depth, name);
    long page = data.getLong(key + keySize);
    if (page == 0) {
      // A small bucket stands behind its head, in the value.
      node(key + keySize + BUCKET_HEADER, visitor, level + 1, depth + 1);
    } else {
      page(page, visitor, level + 1, depth + 1);
    }
  }

  private byte[] bytes(int offset, int size) {
    byte[] copy = new byte[Objects.checkFromIndexSize(0, size, data.limit() - offset) + size];
    data.get(offset, copy);
    return copy;
  }
}
