package dev.strake.bridge.builders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.host.HostFailure;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderFileTest {

  private static final String TWO =
      """
      # native nodes
      linux/amd64,linux/386 = unix:///run/a.sock

      linux/arm64=tcp://arm.example:1234
      linux/arm/v7=kube-pod://builder?namespace=ci
      """;

  @TempDir Path folder;

  @Test
  void eachPlatformGoesToTheFirstThatNamesIt() throws Exception {
    BuilderFile file = read(TWO);

    assertThat(file.platforms()).containsExactlyElementsOf(platforms("linux/amd64", "386", "arm64", "linux/arm/v7"));
    assertThat(file.assign(platforms("linux/arm64", "linux/386", "linux/amd64", "linux/arm/v7")))
        .extracting(Share::toString)
        .containsExactly(
            "tcp://arm.example:1234 (linux/arm64)",
            "unix:///run/a.sock (linux/386,linux/amd64)",
            "kube-pod://builder?namespace=ci (linux/arm/v7)");
  }

  @Test
  void aVariantIsServedByItsArchitecturesBuilder() throws Exception {
    List<Platform> wanted = platforms("linux/arm/v6", "linux/amd64/v3");

    assertThat(read(TWO).assign(wanted))
        .extracting(Share::toString)
        .containsExactly(
            "kube-pod://builder?namespace=ci (linux/arm/v6)", "unix:///run/a.sock (linux/amd64/v3)");
    assertThat(read("linux/arm64=unix:///a\nlinux/arm64/v9=unix:///b\n").assign(platforms("linux/arm64/v9")))
        .extracting(share -> share.builder().address())
        .containsExactly("unix:///b");
  }

  @Test
  void aPlatformWithoutBuilderIsNamed() throws Exception {
    BuilderFile file = read(TWO);

    assertThatThrownBy(() -> file.assign(platforms("linux/amd64", "linux/riscv64")))
        .isInstanceOf(HostFailure.class)
        .hasMessage("no builder for linux/riscv64 in " + folder.resolve("builders"));
  }

  @Test
  void certificatesLieBesideTheFile() throws Exception {
    Path certificates = Files.createDirectory(folder.resolve("certs"));
    for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
      Files.createFile(certificates.resolve(name));
    }

    BuilderFile file = read("linux/arm64=tcp://arm.example:1234 tlsdir=certs tlsservername=arm\n");

    Builder builder = file.assign(platforms("linux/arm64")).getFirst().builder();
    assertThat(builder.tls().orElseThrow().caCertificate()).contains(certificates.resolve("ca.pem"));
    assertThat(builder.tls().orElseThrow().serverName()).isEqualTo("arm");
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///a.sock, 'builders:1: not PLATFORM=ADDRESS: unix:///a.sock'",
    "plan99/zz/y/z=unix:///a, 'builders:1: \"plan99/zz/y/z\": cannot parse platform specifier: invalid argument'",
    "linux/arm64=nowhere, builders:1: ",
    "linux/arm64=unix:///a speed=9, 'builders:1: no such setting: speed=9'",
    "linux/arm64=tcp://a:1 tlsdir=none, 'builders:1: directory did not contain one of the needed files'",
    "# nothing, 'builders: it names no builder'",
  })
  void malformedLinesAreTold(String line, String message) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(HostFailure.class).hasMessageContaining(message);
  }

  @Test
  void aMissingFileIsTold() {
    assertThatThrownBy(() -> BuilderFile.read(folder.resolve("none")))
        .isInstanceOf(HostFailure.class)
        .hasMessage("cannot read the builders' file " + folder.resolve("none") + ": no such file or directory");
  }

  private BuilderFile read(String text) throws IOException, HostFailure {
    return BuilderFile.read(Files.writeString(folder.resolve("builders"), text));
  }

  private static List<Platform> platforms(String... texts) {
    return Stream.of(texts).map(text -> Platforms.normalize(Platforms.parse(text, Platforms.local()))).toList();
  }
}
