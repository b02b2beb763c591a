package dev.strake.bridge.control;

import dev.strake.bridge.host.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * How a connection to a daemon is secured. Names of files only: they are read when the client is made.
 *
 * <pre>{@code
 * ConnectOptions options =
 *     ConnectOptions.defaults().withTls(TlsSettings.ofDirectory(Path.of("/etc/buildkit/certs")));
 * }</pre>
 *
 * @param serverName the name that the daemon's certificate has to be for; empty for the address's host, which for a Unix
 *     socket is {@code localhost}
 * @param caCertificate the authorities to trust; absent for none, so that no daemon is trusted
 * @param certificate this side's certificate, where the daemon asks for one; comes with a key
 * @param key the certificate's private key
 */
public record TlsSettings(
    String serverName, Optional<Path> caCertificate, Optional<Path> certificate, Optional<Path> key) {

  /** Trusts one file's authorities, and shows no certificate. */
  public static TlsSettings trusting(Path caCertificate) {
    return new TlsSettings("", Optional.of(caCertificate), Optional.empty(), Optional.empty());
  }

  /** The same, for a daemon whose certificate is for another name than its address's. */
  public TlsSettings withServerName(String name) {
    return new TlsSettings(name, caCertificate, certificate, key);
  }

  /** The same, with a certificate for the daemon. */
  public TlsSettings withCertificate(Path file, Path privateKey) {
    return new TlsSettings(serverName, caCertificate, Optional.of(file), Optional.of(privateKey));
  }

  /**
   * The files of a folder: {@code ca.pem}, {@code cert.pem} and {@code key.pem}, or {@code ca.crt}, {@code tls.crt} and
   * {@code tls.key}.
   *
   * @throws IOException when one of them is missing; the message is the reference's
   */
  public static TlsSettings ofDirectory(Path directory) throws IOException {
    return trusting(oneOf(directory, "ca.pem", "ca.crt"))
        .withCertificate(oneOf(directory, "cert.pem", "tls.crt"), oneOf(directory, "key.pem", "tls.key"));
  }

  private static Path oneOf(Path directory, String either, String or) throws IOException {
    if (isThere(directory.resolve(either))) {
      return directory.resolve(either);
    }
    if (isThere(directory.resolve(or))) {
      return directory.resolve(or);
    }
    throw new IOException("directory did not contain one of the needed files: " + either + " or " + or);
  }

  private static boolean isThere(Path file) throws IOException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
      return true;
    } catch (NoSuchFileException e) {
      if (FileErrors.isBehindAFile(file)) {
        throw new IOException("stat " + file + ": not a directory");
      }
      return false;
    } catch (IOException e) {
      throw new IOException("stat " + FileErrors.describe(e), e);
    }
  }
}
