package dev.strake.bridge.ssh;

import dev.strake.bridge.pem.DerReader;
import dev.strake.bridge.pem.Pkcs8;
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

/** OpenSSL's formats of private keys: PKCS#1, SEC 1 and PKCS#8. */
final class DerKey {

  private DerKey() {}

  static SshIdentity pkcs8(byte[] der) throws IOException, GeneralSecurityException {
    return switch (Pkcs8.algorithm(der)) {
      case Pkcs8.RSA -> rsa(der);
      case Pkcs8.EC -> ec(der, Pkcs8.key(der));
      case Pkcs8.ED25519 -> ed25519(der);
      default -> throw new IOException("ssh: unhandled key type");
    };
  }

  static SshIdentity pkcs1(byte[] der) throws GeneralSecurityException {
    return rsa(Pkcs8.ofRsa(der));
  }

  static SshIdentity sec1(byte[] der) throws IOException, GeneralSecurityException {
    return ec(Pkcs8.ofEc(der), der);
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
    DerReader reader = new DerReader(sec1).enter(DerReader.SEQUENCE);
    reader.read(DerReader.INTEGER);
    reader.read(DerReader.OCTETS);
    if (reader.next() == DerReader.PARAMETERS) {
      reader.read(DerReader.PARAMETERS);
    }
    if (reader.next() != DerReader.PUBLIC) {
      throw new IOException("ssh: the EC key does not hold its public key");
    }
    byte[] bits = reader.enter(DerReader.PUBLIC).read(DerReader.BITS);
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
