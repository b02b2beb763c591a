package dev.strake.bridge.http2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Encodes header blocks as plain literals, which need no table on either side (RFC 7541, section 6.2.2). Even a
 * large build makes some hundreds of calls, so a few bytes more cost less than the bookkeeping would.
 */
final class HpackEncoder {

  private HpackEncoder() {}

  static byte[] encode(List<Header> headers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    for (Header header : headers) {
      out.write(0);
      string(out, header.name());
      string(out, header.value());
    }
    return out.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = bytes.length;
    if (length < 0x7f) {
      out.write(length);
    } else {
      out.write(0x7f);
      int rest = length - 0x7f;
      while (rest >= 0x80) {
        out.write(rest & 0x7f | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
    out.writeBytes(bytes);
  }
}
