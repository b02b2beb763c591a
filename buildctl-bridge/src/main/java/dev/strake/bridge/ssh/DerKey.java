package dev.strake.bridge.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** OpenSSL's formats of private keys: PKCS#1, SEC 1 and PKCS#8. */
final class DerKey {

  private static final byte[] RSA = oid("2a864886f70d010101");
  private static final byte[] EC = oid("2a8648ce3d0201");
  private static final byte[] ED25519 = oid("2b6570");

  private static final int OCTETS = 0x04;
  private static final int BITS = 0x03;
  private static final int OBJECT = 0x06;
  private static final int NULL = 0x05;
  private static final int INTEGER = 0x02;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xa0;
  private static final int PUBLIC = 0xa1;

  private DerKey() {}

  private static byte[] oid(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static SshIdentity pkcs8(byte[] der) throws IOException, GeneralSecurityException {
    DerReader info = new DerReader(der).enter(SEQUENCE);
    info.read(INTEGER);
    DerReader algorithm = info.enter(SEQUENCE);
    byte[] name = algorithm.read(OBJECT);
    if (Arrays.equals(name, RSA)) {
      return rsa(der);
    }
    if (Arrays.equals(name, EC)) {
      return ec(der, info.read(OCTETS));
    }
    if (Arrays.equals(name, ED25519)) {
      return ed25519(der);
    }
    throw new IOException("ssh: unhandled key type");
  }

  static SshIdentity pkcs1(byte[] der) throws IOException, GeneralSecurityException {
    return rsa(wrap(RSA, DerReader.element(NULL, new byte[0]), der));
  }

  static SshIdentity sec1(byte[] der) throws IOException, GeneralSecurityException {
    DerReader key = new DerReader(der).enter(SEQUENCE);
    key.read(INTEGER);
    key.read(OCTETS);
    return ec(wrap(EC, key.read(PARAMETERS), der), der);
  }

  private static byte[] wrap(byte[] algorithm, byte[] parameters, byte[] key) {
    byte[] version = DerReader.element(INTEGER, new byte[] {0});
    byte[] identifier = DerReader.element(SEQUENCE, DerReader.element(OBJECT, algorithm), parameters);
    return DerReader.element(SEQUENCE, version, identifier, DerReader.element(OCTETS, key));
  }

  private static SshIdentity rsa(byte[] pkcs8) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    RSAPublicKey publicKey =
        (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    return SshIdentity.rsa(publicKey, key);
  }

  private static SshIdentity ed25519(byte[] pkcs8) throws GeneralSecurityException {
    EdECPrivateKey key =
        (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    KeyPair pair = Ed25519Keys.fromSeed(key.getBytes().orElseThrow());
    return SshIdentity.ed25519((EdECPublicKey) pair.getPublic(), pair.getPrivate());
  }

  private static SshIdentity ec(byte[] pkcs8, byte[] sec1) throws IOException, GeneralSecurityException {
    ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    NistCurve curve = NistCurve.of(key.getParams());
    DerReader reader = new DerReader(sec1).enter(SEQUENCE);
    reader.read(INTEGER);
    reader.read(OCTETS);
    if (reader.next() == PARAMETERS) {
      reader.read(PARAMETERS);
    }
    if (reader.next() != PUBLIC) {
      throw new IOException("ssh: the EC key does not hold its public key");
    }
    byte[] bits = reader.enter(PUBLIC).read(BITS);
    return SshIdentity.ecdsa(curve, publicKey(curve, Arrays.copyOfRange(bits, 1, bits.length)), key);
  }

  /** The public key of a point that is not compressed. */
  static ECPublicKey publicKey(NistCurve curve, byte[] point) throws IOException, GeneralSecurityException {
    int octets = curve.octets();
    if (point.length != 1 + 2 * octets || point[0] != 4) {
      throw new IOException("ssh: failed to unmarshal public key");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + octets));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + octets, point.length));
    ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(x, y), curve.parameters());
    return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
  }
}
