package dev.strake.frontend.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The one layer that all images share: {@code /etc/passwd} and {@code /etc/group}. */
final class StandInLayer {

  private static final int BLOCK = 512;

  /** The layer: not compressed, so that its digest does not depend on a compressor's version. */
  static final Blob BLOB = Blob.of("application/vnd.oci.image.layer.v1.tar", tar());

  private StandInLayer() {}

  private static byte[] tar() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file(out, "etc/passwd", "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n");
    file(out, "etc/group", "root:x:0:\napp:x:1000:\n");
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static void file(ByteArrayOutputStream out, String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format("%011o", bytes.length));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o", sum));
    header[154] = 0;
    out.writeBytes(header);
    out.writeBytes(bytes);
    out.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
