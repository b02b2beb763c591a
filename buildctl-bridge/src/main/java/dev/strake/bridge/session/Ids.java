package dev.strake.bridge.session;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Makes ids for sessions and builds: 25 letters and digits, as BuildKit's own. */
public final class Ids {

  private static final int LENGTH = 25;
  private static final int BYTES = 17;
  private static final int RADIX = 36;
  private static final String SYSTEM = "/dev/urandom";

  private Ids() {}

  public static String next() {
    String digits = new BigInteger(1, random()).setBit(Byte.SIZE * BYTES - 1).toString(RADIX);
    return digits.substring(1, LENGTH + 1);
  }

  /** From where the JDK has its own, too; asking it would wait until its security providers are loaded. */
  private static byte[] random() {
    try (InputStream system = new FileInputStream(SYSTEM)) {
      byte[] random = system.readNBytes(BYTES);
      if (random.length == BYTES) {
        return random;
      }
    } catch (IOException e) {
      // Another system than Linux and its like.
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
