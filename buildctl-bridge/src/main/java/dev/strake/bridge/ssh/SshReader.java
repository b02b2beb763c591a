package dev.strake.bridge.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the data types of RFC 4251. Not thread-safe. */
final class SshReader {

  private final ByteBuffer data;

  SshReader(byte[] data) {
    this.data = ByteBuffer.wrap(data);
  }

  int raw() throws IOException {
    return number(1);
  }

  int number() throws IOException {
    return number(4);
  }

  private int number(int octets) throws IOException {
    if (data.remaining() < octets) {
      throw tooShort();
    }
    return octets == 1 ? data.get() & 0xff : data.getInt();
  }

  byte[] string() throws IOException {
    int length = number();
    if (length < 0 || length > data.remaining()) {
      throw tooShort();
    }
    return take(length);
  }

  /** So many bytes as they are. */
  byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    try {
      data.get(bytes);
    } catch (BufferUnderflowException e) {
      throw tooShort();
    }
    return bytes;
  }

  String text() throws IOException {
    return new String(string(), StandardCharsets.UTF_8);
  }

  BigInteger integer() throws IOException {
    byte[] bytes = string();
    return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
  }

  private static IOException tooShort() {
    return new IOException("ssh: short read");
  }
}
