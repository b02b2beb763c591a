package dev.strake.bridge.ssh;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the data types of RFC 4251. Not thread-safe. */
final class SshWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  SshWriter raw(int octet) {
    out.write(octet);
    return this;
  }

  SshWriter number(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
    return this;
  }

  SshWriter string(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  SshWriter string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  SshWriter integer(BigInteger value) {
    return value.signum() == 0 ? number(0) : string(value.toByteArray());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
