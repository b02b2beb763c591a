package dev.strake.bridge.pem;

import java.util.HexFormat;

/**
 * The format of private keys that Java reads: tells what a key is for, and wraps OpenSSL's older formats in it. A
 * malformed key is an {@link IllegalArgumentException}.
 */
public final class Pkcs8 {

  /** The object identifiers of keys, in hexadecimal digits. */
  public static final String RSA = "2a864886f70d010101";

  public static final String EC = "2a8648ce3d0201";
  public static final String ED25519 = "2b6570";

  private static final byte[] VERSION = DerReader.element(DerReader.INTEGER, new byte[] {0});

  private Pkcs8() {}

  /** The object identifier of a key's algorithm. */
  public static String algorithm(byte[] pkcs8) {
    DerReader info = new DerReader(pkcs8).enter(DerReader.SEQUENCE);
    info.read(DerReader.INTEGER);
    return HexFormat.of().formatHex(info.enter(DerReader.SEQUENCE).read(DerReader.OBJECT));
  }

  /** The algorithm's own form of a key. */
  public static byte[] key(byte[] pkcs8) {
    DerReader info = new DerReader(pkcs8).enter(DerReader.SEQUENCE);
    info.read(DerReader.INTEGER);
    info.read(DerReader.SEQUENCE);
    return info.read(DerReader.OCTETS);
  }

  /** A PKCS#1 key. */
  public static byte[] ofRsa(byte[] pkcs1) {
    return wrap(RSA, DerReader.element(DerReader.NULL), pkcs1);
  }

  /** A SEC 1 key, which names its curve. */
  public static byte[] ofEc(byte[] sec1) {
    DerReader key = new DerReader(sec1).enter(DerReader.SEQUENCE);
    key.read(DerReader.INTEGER);
    key.read(DerReader.OCTETS);
    return wrap(EC, key.read(DerReader.PARAMETERS), sec1);
  }

  private static byte[] wrap(String algorithm, byte[] parameters, byte[] key) {
    byte[] name = DerReader.element(DerReader.OBJECT, HexFormat.of().parseHex(algorithm));
    return DerReader.element(
        DerReader.SEQUENCE,
        VERSION,
        DerReader.element(DerReader.SEQUENCE, name, parameters),
        DerReader.element(DerReader.OCTETS, key));
  }
}
