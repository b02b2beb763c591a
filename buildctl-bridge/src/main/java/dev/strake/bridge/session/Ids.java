package dev.strake.bridge.session;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Makes ids for sessions and builds: 25 letters and digits, as BuildKit's own. */
public final class Ids {

  private static final int LENGTH = 25;
  private static final int BITS = 136;
  private static final int RADIX = 36;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static String next() {
    String digits = new BigInteger(BITS, RANDOM).setBit(BITS - 1).toString(RADIX);
    return digits.substring(1, LENGTH + 1);
  }
}
