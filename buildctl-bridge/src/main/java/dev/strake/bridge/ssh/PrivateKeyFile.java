package dev.strake.bridge.ssh;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.pem.PemBlock;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Reads private keys: PEM files of OpenSSH and of OpenSSL, without passphrase. */
public final class PrivateKeyFile {

  private static final int MAX_BYTES = 100 * 1024;

  private PrivateKeyFile() {}

  /**
   * Reads a key of RSA, ECDSA or Ed25519.
   *
   * @param name the file as the user has named it
   * @throws IOException when it cannot be read, or wants a passphrase; the message shows the name and nothing of the key
   */
  public static SshIdentity read(Path file, String name) throws IOException {
    String text;
    try (InputStream stream = Files.newInputStream(file)) {
      text = text(stream, name);
    } catch (FileSystemException e) {
      throw new IOException("failed to open " + name + ": open " + FileErrors.describe(e, name), e);
    }
    try {
      return parse(text);
    } catch (IOException e) {
      throw new IOException("failed to parse " + name + ": " + e.getMessage(), e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without their own message, which may show a part of the key.
      throw new IOException("failed to parse " + name + ": ssh: malformed key");
    }
  }

  private static String text(InputStream stream, String name) throws IOException {
    try {
      return new String(stream.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IOException("failed to read " + name + ": read " + FileErrors.describe(e, name), e);
    }
  }

  private static SshIdentity parse(String text) throws IOException, GeneralSecurityException {
    List<PemBlock> blocks = PemBlock.all(text);
    if (blocks.isEmpty()) {
      throw new IOException("ssh: no key found");
    }
    PemBlock pem = blocks.getFirst();
    if (pem.encrypted()) {
      throw passphrase();
    }
    return switch (pem.type()) {
      case "OPENSSH PRIVATE KEY" -> OpenSshKey.parse(pem.data());
      case "RSA PRIVATE KEY" -> DerKey.pkcs1(pem.data());
      case "EC PRIVATE KEY" -> DerKey.sec1(pem.data());
      case "PRIVATE KEY" -> DerKey.pkcs8(pem.data());
      default -> throw new IOException("ssh: unsupported key type " + GoQuote.quote(pem.type()));
    };
  }

  static IOException passphrase() {
    return new IOException("ssh: this private key is passphrase protected");
  }
}
