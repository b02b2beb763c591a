package dev.strake.bridge.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The fields of a message in protobuf's format. What has its usual value is left out, unless it is always to be there.
 */
final class WireFields {

  private final ByteString.Output out = ByteString.newOutput();
  private final CodedOutputStream fields = CodedOutputStream.newInstance(out);

  private interface Writing {
    void write() throws IOException;
  }

  private WireFields with(Writing field) {
    try {
      field.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WireFields text(int field, String value) {
    return value.isEmpty() ? this : always(field, value);
  }

  WireFields always(int field, String value) {
    return with(() -> fields.writeString(field, value));
  }

  WireFields bytes(int field, byte[] value) {
    return with(() -> fields.writeByteArray(field, value));
  }

  WireFields message(int field, WireFields message) {
    return bytes(field, message.bytes());
  }

  WireFields number(int field, long value) {
    return value == 0 ? this : always(field, value);
  }

  WireFields always(int field, long value) {
    return with(() -> fields.writeInt64(field, value));
  }

  /** A number of eight bytes. */
  WireFields fixed(int field, long value) {
    return with(() -> fields.writeFixed64(field, value));
  }

  /** A number of four bytes. */
  WireFields fixed(int field, int value) {
    return with(() -> fields.writeFixed32(field, value));
  }

  byte[] bytes() {
    with(fields::flush);
    return out.toByteString().toByteArray();
  }
}
