package dev.strake.bridge.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps keys of OpenSSL's older formats so that Java reads them. */
final class Pkcs8 {

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;
  private static final byte[] VERSION = HexFormat.of().parseHex("020100");
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Pkcs8() {}

  /** A PKCS#1 key. */
  static byte[] ofRsa(byte[] pkcs1) {
    return element(SEQUENCE, join(VERSION, RSA, element(OCTETS, pkcs1)));
  }

  /** A SEC 1 key, which names its curve. */
  static byte[] ofEc(byte[] sec1) throws IOException {
    byte[] algorithm = element(SEQUENCE, join(EC, curve(sec1)));
    return element(SEQUENCE, join(VERSION, algorithm, element(OCTETS, sec1)));
  }

  /** The element behind version and number: a sequence's third. */
  private static byte[] curve(byte[] sec1) throws IOException {
    try {
      int at = content(sec1, 0);
      at = end(sec1, at);
      at = end(sec1, at);
      if ((sec1[at] & 0xff) == PARAMETERS) {
        int start = content(sec1, at);
        return Arrays.copyOfRange(sec1, start, end(sec1, at));
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IOException("malformed EC key");
    }
    throw new IOException("the EC key does not name its curve");
  }

  private static int content(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
  }

  private static int end(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    if (length < 0x80) {
      return at + 2 + length;
    }
    int value = 0;
    for (int i = 0; i < (length & 0x7f); i++) {
      value = value << 8 | der[at + 2 + i] & 0xff;
    }
    return content(der, at) + value;
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
