package dev.strake.bridge.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The fields of a message in protobuf's format. What has its usual value is left out, unless it is always to be there.
 */
final class WireFields {

  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** How long a number is that is always of the same length. */
  enum Fixed {
    EIGHT_BYTES(1, Long.BYTES),
    FOUR_BYTES(5, Integer.BYTES);

    private final int type;
    private final int length;

    Fixed(int type, int length) {
      this.type = type;
      this.length = length;
    }
  }

  WireFields text(int field, String value) {
    return value.isEmpty() ? this : always(field, value);
  }

  WireFields always(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  WireFields bytes(int field, byte[] value) {
    tag(field, LENGTH_DELIMITED);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  WireFields message(int field, WireFields message) {
    return bytes(field, message.bytes());
  }

  WireFields number(int field, long value) {
    return value == 0 ? this : always(field, value);
  }

  WireFields always(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  WireFields fixed(int field, Fixed kind, long value) {
    tag(field, kind.type);
    for (int i = 0; i < kind.length; i++) {
      out.write((int) (value >>> i * Byte.SIZE));
    }
    return this;
  }

  private void tag(int field, int type) {
    varint((long) field << 3 | type);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
