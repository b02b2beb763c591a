package dev.strake.llb.marshal;

import java.util.Arrays;

/**
 * Writes protobuf's wire format into a buffer that can be used again. Not thread-safe.
 *
 * <p>Fields come out in the order of the calls. As in proto3, a field that holds its default is left out, but for
 * elements of repeated fields.
 */
final class WireWriter {
  private static final int INITIAL_SIZE = 512;
  private static final int KEPT_SIZE = 1 << 20;
  private static final int VARINT = 0;
  private static final int DELIMITED = 2;
  private static final int MAX_VARINT = 10;
  private static final int WIRE_TYPE_BITS = 3;

  private byte[] buffer = new byte[INITIAL_SIZE];
  private int size;

  void clear() {
    size = 0;
    if (buffer.length > KEPT_SIZE) {
      buffer = new byte[INITIAL_SIZE];
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** What this writer holds, and then as a message what the other one holds. */
  byte[] toByteArray(int field, WireWriter last) {
    tag(field, DELIMITED);
    varint(last.size);
    byte[] all = Arrays.copyOf(buffer, Math.addExact(size, last.size));
    System.arraycopy(last.buffer, 0, all, size, last.size);
    return all;
  }

  void int64(int field, long value) {
    if (value != 0) {
      element(field, value);
    }
  }

  void uint32(int field, int value) {
    int64(field, Integer.toUnsignedLong(value));
  }

  void bool(int field, boolean value) {
    int64(field, value ? 1 : 0);
  }

  /** Writes an integer even if it is zero. */
  void element(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  void string(int field, String value) {
    if (!value.isEmpty()) {
      element(field, value);
    }
  }

  /** Writes a string even if it is empty. */
  void element(int field, String value) {
    int message = begin(field);
    utf8(value);
    end(message);
  }

  /** Writes {@code first=second}. */
  void assignment(int field, String first, String second) {
    int message = begin(field);
    utf8(first);
    put('=');
    utf8(second);
    end(message);
  }

  void bytes(int field, byte[] value) {
    if (value.length > 0) {
      tag(field, DELIMITED);
      varint(value.length);
      raw(value, value.length);
    }
  }

  /** Writes an element of a packed field, between {@link #begin} and {@link #end}. */
  void packed(int value) {
    varint(value);
  }

  /** Begins a message; {@link #end} wants what this gives. */
  int begin(int field) {
    tag(field, DELIMITED);
    // Most messages are short enough for their length to take this one byte.
    put(0);
    return size;
  }

  void end(int start) {
    int length = size - start;
    if (length < 0x80) {
      buffer[start - 1] = (byte) length;
      return;
    }
    int more = varintSize(length) - 1;
    ensure(more);
    System.arraycopy(buffer, start, buffer, start + more, length);
    size = start - 1;
    varint(length);
    size += length;
  }

  private void tag(int field, int wireType) {
    varint((long) field << WIRE_TYPE_BITS | wireType);
  }

  private void varint(long value) {
    ensure(MAX_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  private static int varintSize(int value) {
    return (31 - Integer.numberOfLeadingZeros(value)) / 7 + 1;
  }

  private void put(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
  }

  private void raw(byte[] bytes, int length) {
    ensure(length);
    System.arraycopy(bytes, 0, buffer, size, length);
    size += length;
  }

  private void utf8(String text) {
    int length = text.length();
    ensure(length);
    int i = 0;
    char c;
    while (i < length && (c = text.charAt(i)) < 0x80) {
      buffer[size++] = (byte) c;
      i++;
    }
    if (i < length) {
      beyondAscii(text, i);
    }
  }

  private void beyondAscii(String text, int start) {
    ensure(Math.multiplyExact(text.length() - start, 3));
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        buffer[size++] = (byte) c;
      } else if (c < 0x800) {
        buffer[size++] = (byte) (0xC0 | c >> 6);
        continuation(c);
      } else if (!Character.isSurrogate(c)) {
        buffer[size++] = (byte) (0xE0 | c >> 12);
        continuation(c >> 6);
        continuation(c);
      } else {
        int codePoint = text.codePointAt(i);
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
          throw new InvalidUtf8Exception();
        }
        i++;
        buffer[size++] = (byte) (0xF0 | codePoint >> 18);
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
      }
    }
  }

  private void continuation(int bits) {
    buffer[size++] = (byte) (0x80 | bits & 0x3F);
  }

  private void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > buffer.length) {
      // A big buffer holds a big file's contents, and is not doubled for the few bytes behind them.
      int spare = buffer.length < KEPT_SIZE ? buffer.length : buffer.length / 8;
      buffer = Arrays.copyOf(buffer, Math.addExact(needed, spare));
    }
  }

  /** A text with half a surrogate pair, which stands for bytes that are not UTF-8. */
  static final class InvalidUtf8Exception extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidUtf8Exception() {
      super("string field contains invalid UTF-8", null, false, false);
    }
  }
}
