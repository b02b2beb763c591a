package dev.strake.bridge.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/** The curves that SSH knows for ECDSA. */
enum NistCurve {
  P256("nistp256", "secp256r1", "SHA256withECDSAinP1363Format", 32),
  P384("nistp384", "secp384r1", "SHA384withECDSAinP1363Format", 48),
  P521("nistp521", "secp521r1", "SHA512withECDSAinP1363Format", 66);

  private final String sshName;
  private final String javaName;
  private final String signature;
  private final int octets;

  NistCurve(String sshName, String javaName, String signature, int octets) {
    this.sshName = sshName;
    this.javaName = javaName;
    this.signature = signature;
    this.octets = octets;
  }

  static NistCurve ofSsh(String name) throws IOException {
    for (NistCurve curve : values()) {
      if (curve.sshName.equals(name)) {
        return curve;
      }
    }
    throw new IOException("ssh: unhandled elliptic curve: " + name);
  }

  /** The curve whose parameters these are. */
  static NistCurve of(ECParameterSpec parameters) throws IOException, GeneralSecurityException {
    for (NistCurve curve : values()) {
      if (curve.parameters().getOrder().equals(parameters.getOrder())) {
        return curve;
      }
    }
    throw new IOException("ssh: only P-256, P-384 and P-521 EC keys are supported");
  }

  ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(javaName));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  String sshName() {
    return sshName;
  }

  String algorithm() {
    return "ecdsa-sha2-" + sshName;
  }

  String signature() {
    return signature;
  }

  /** The bytes of a coordinate. */
  int octets() {
    return octets;
  }

  void encode(BigInteger coordinate, byte[] target, int offset) {
    byte[] bytes = coordinate.toByteArray();
    int skip = Math.max(0, bytes.length - octets);
    int length = bytes.length - skip;
    System.arraycopy(bytes, skip, target, offset + octets - length, length);
  }

  /** From two numbers of fixed length to what SSH sends. */
  byte[] toSsh(byte[] fixed) {
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(fixed, 0, octets));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(fixed, octets, 2 * octets));
    return new SshWriter().integer(r).integer(s).bytes();
  }
}
