package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.bridge.ssh.Ed25519Keys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a daemon which sessions belong to one user, so that tokens fetched in one may serve another: a key pair for
 * each registry, derived from the user's seed and a salt of the daemon's.
 */
final class TokenAuthority {

  private final TokenSeeds seeds;

  TokenAuthority(TokenSeeds seeds) {
    this.seeds = seeds;
  }

  /** The public key. Whoever has no credentials shares one with everybody else who has none. */
  byte[] publicKey(String host, Credentials credentials, byte[] salt)
      throws IOException, GeneralSecurityException, InterruptedException {
    return Ed25519Keys.encode((EdECPublicKey) keys(host, credentials, salt).getPublic());
  }

  /** The payload with its signature in front. */
  byte[] sign(String host, Credentials credentials, byte[] salt, byte[] payload)
      throws IOException, GeneralSecurityException, InterruptedException {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(keys(host, credentials, salt).getPrivate());
    signer.update(payload);
    byte[] signature = signer.sign();
    byte[] signed = new byte[signature.length + payload.length];
    System.arraycopy(signature, 0, signed, 0, signature.length);
    System.arraycopy(payload, 0, signed, signature.length, payload.length);
    return signed;
  }

  private KeyPair keys(String host, Credentials credentials, byte[] salt)
      throws IOException, GeneralSecurityException, InterruptedException {
    byte[] seed = seeds.of(host);
    Mac mac = Mac.getInstance("HmacSHA256");
    // An empty key counts as one of zeros, which the platform's class does not take as empty.
    mac.init(new SecretKeySpec(salt.length == 0 ? new byte[1] : salt, "HmacSHA256"));
    if (!credentials.secret().isEmpty()) {
      mac.update(seed);
    }
    return Ed25519Keys.fromSeed(mac.doFinal());
  }
}
