package dev.strake.bridge.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemFileTest {

  private static final Path CERTIFICATES = Path.of("../testdata/tls");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"server-key.pem, RSA", "client-key.pem, EC", "ed25519-key.pem, EdDSA"})
  void readsKeysOfAllFormats(String file, String algorithm) throws IOException {
    assertThat(PemFile.read(CERTIFICATES.resolve(file)).privateKey().getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void readsAllCertificatesOfAFile() throws IOException {
    Path chain = folder.resolve("chain.pem");
    Files.writeString(
        chain,
        Files.readString(CERTIFICATES.resolve("server.pem")) + Files.readString(CERTIFICATES.resolve("ca.pem")));

    assertThat(PemFile.read(chain).certificates())
        .extracting(certificate -> certificate.getSubjectX500Principal().getName())
        .containsExactly("CN=buildkitd", "CN=Test authority");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                         | holds no PEM data
          '-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----'                 | holds no private key
          '-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----'                 | holds a private key of an unknown kind
          '-----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY-----' | is protected by a passphrase
          '-----BEGIN EC PRIVATE KEY-----MAA=-----END EC PRIVATE KEY-----'           | holds a malformed private key
          """)
  void saysWhatIsWrongWithAKey(String text, String message) throws IOException {
    Path file = folder.resolve("key.pem");
    Files.writeString(file, text);

    assertThatThrownBy(() -> PemFile.read(file).privateKey())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void aKeyBelongsToItsCertificate() throws IOException {
    Path rsa = CERTIFICATES.resolve("server.pem");
    Path ec = CERTIFICATES.resolve("client.pem");
    Path rsaKey = CERTIFICATES.resolve("server-key.pem");

    assertThat(KeyPair.read(rsa, rsaKey).chain()).hasSize(1);
    assertThat(KeyPair.read(ec, CERTIFICATES.resolve("client-key.pem")).chain()).hasSize(1);
    assertThatThrownBy(() -> KeyPair.read(ec, rsaKey))
        .hasMessage("tls: private key type does not match public key type");
    assertThatThrownBy(() -> KeyPair.read(CERTIFICATES.resolve("ca.pem"), rsaKey)).hasMessageContaining("does not match");
  }

  @Test
  void saysWhatIsWrongWithACertificate() throws IOException {
    Path file = folder.resolve("ca.pem");
    Files.writeString(file, "-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----");

    assertThatThrownBy(() -> PemFile.read(file).certificates()).hasMessage(file + ": holds a malformed certificate");
    assertThatThrownBy(() -> PemFile.read(CERTIFICATES.resolve("server-key.pem")).certificates())
        .hasMessageEndingWith("server-key.pem: holds no certificate");
    assertThatThrownBy(() -> PemFile.read(folder.resolve("none.pem")))
        .hasMessage("open " + folder.resolve("none.pem") + ": no such file or directory");
  }
}
