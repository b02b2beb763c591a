package dev.strake.bridge.pem;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Reads and makes elements of ASN.1's distinguished encoding, as far as private keys need them. What is malformed is an
 * {@link IllegalArgumentException}.
 */
public final class DerReader {

  public static final int INTEGER = 0x02;
  public static final int BITS = 0x03;
  public static final int OCTETS = 0x04;
  public static final int NULL = 0x05;
  public static final int OBJECT = 0x06;
  public static final int SEQUENCE = 0x30;

  /** The first element that its context gives a meaning: an EC key's curve. */
  public static final int PARAMETERS = 0xa0;

  /** The second: an EC key's public key. */
  public static final int PUBLIC = 0xa1;

  private static final int LONG_FORM = 0x80;

  private final ByteBuffer data;

  public DerReader(byte[] data) {
    this.data = ByteBuffer.wrap(data);
  }

  /** The next element's tag; -1 at the end. */
  public int next() {
    return data.hasRemaining() ? data.get(data.position()) & 0xff : -1;
  }

  /** The contents of the next element, which has to be of this tag. */
  public byte[] read(int tag) {
    if (next() != tag) {
      throw malformed();
    }
    data.get();
    int length = length();
    if (length > data.remaining()) {
      throw malformed();
    }
    byte[] contents = new byte[length];
    data.get(contents);
    return contents;
  }

  /** A reader of the next element's contents. */
  public DerReader enter(int tag) {
    return new DerReader(read(tag));
  }

  private int length() {
    if (!data.hasRemaining()) {
      throw malformed();
    }
    int first = data.get() & 0xff;
    if (first < LONG_FORM) {
      return first;
    }
    int octets = first - LONG_FORM;
    if (octets == 0 || octets > 3 || data.remaining() < octets) {
      throw malformed();
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << Byte.SIZE | data.get() & 0xff;
    }
    return length;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed key");
  }

  /** An element that holds these parts. */
  public static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      contents.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    int length = contents.size();
    if (length >= LONG_FORM) {
      int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
      element.write(LONG_FORM + octets);
      for (int shift = (octets - 1) * Byte.SIZE; shift > 0; shift -= Byte.SIZE) {
        element.write(length >>> shift);
      }
    }
    element.write(length);
    element.writeBytes(contents.toByteArray());
    return element.toByteArray();
  }
}
