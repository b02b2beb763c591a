package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys are those that Go derives from the same seed, so that buildctl and Strake are one user to a daemon. */
class TokenAuthorityTest {

  private static final String HOST = "registry.example";
  private static final String SEED = "{\"registry.example\":{\"Seed\":\"AAECAwQFBgcICQoLDA0ODw==\"}}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "salt, word, ff0114ce493315b81ec7083ea8c12dd37b71b81c52333ae83d61a70baadb1eaf, d7c61c2a12565d88",
    "salt, '', a7878eff9d42de4f00cb8529dd435d19412c60bc1526483e7c5c3e6325d7ab26, 68eb4a9915df6bbb",
    "'', word, 406c00dd4df959083ba224fc70fbc0c13e8745d5f469bf6d3c1090bb70b78a23, 2b090e70ff71bacd",
    "'', '', b61a5143178d67b8e6ff9248efca6775d72b4ad38cd1494942967ade83f5847a, 1d95b99b5f32d50a",
  })
  void derivesTheReferencesKeys(String salt, String password, String key, String signature) throws Exception {
    Files.writeString(folder.resolve(".token_seed"), SEED);
    TokenAuthority authority = new TokenAuthority(new TokenSeeds(folder));
    Credentials credentials = new Credentials("me", password, "", "");
    byte[] salted = salt.getBytes(StandardCharsets.UTF_8);

    assertThat(HexFormat.of().formatHex(authority.publicKey(HOST, credentials, salted))).isEqualTo(key);
    byte[] signed = authority.sign(HOST, credentials, salted, "payload".getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(Arrays.copyOf(signed, 8))).isEqualTo(signature);
    assertThat(new String(signed, 64, signed.length - 64, StandardCharsets.UTF_8)).isEqualTo("payload");
  }

  @Test
  void keepsASeedForWhoeverComesNext() throws Exception {
    byte[] seed = new TokenSeeds(folder).of(HOST);

    assertThat(new TokenSeeds(folder).of(HOST)).isEqualTo(seed).hasSize(16);
    assertThat(new TokenSeeds(folder).of("other.example")).isNotEqualTo(seed);
    assertThat((Integer) Files.getAttribute(folder.resolve(".token_seed"), "unix:mode") & 0777).isEqualTo(0600);
  }

  @Test
  void aDamagedFileIsReplaced() throws Exception {
    Files.writeString(folder.resolve(".token_seed"), "{\"registry.example\":{\"Seed\":");

    byte[] seed = new TokenSeeds(folder).of(HOST);

    assertThat(new TokenSeeds(folder).of(HOST)).isEqualTo(seed);
  }

  /** Each session has its own, and several may run in one process. */
  @Test
  void sessionsThatAskAtOnceAgree() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 10; round++) {
        String host = "host" + round;
        List<Callable<byte[]>> sessions = Collections.nCopies(8, () -> new TokenSeeds(folder).of(host));
        Set<String> seeds = new HashSet<>();
        for (Future<byte[]> seed : threads.invokeAll(sessions)) {
          seeds.add(HexFormat.of().formatHex(seed.get()));
        }
        assertThat(seeds).hasSize(1);
      }
    }
  }
}
