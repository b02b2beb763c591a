package dev.strake.bridge.builders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.testing.Json;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexAssemblyTest {

  private static final String OCI = "application/vnd.oci.image.index.v1+json";
  private static final Share SHARE =
      new Share(new Builder(List.of(), "tcp://far:1", Optional.empty()), platforms("linux/arm64"));

  private final IndexAssembly assembly = new IndexAssembly();

  @Test
  void imagesComeInTheOrderAskedForAndStatementsBehindThem() throws Exception {
    add(OCI, image("a", "amd64", ""), image("v6", "arm", "v6"), statement("sa", "a"), statement("sv6", "v6"));
    add(OCI, image("b", "arm64", ""), statement("sb", "b"), statement("sb2", "b"));

    Json index = Json.read(assembly.write(platforms("linux/arm64", "linux/arm/v6", "linux/amd64")));

    assertThat(index.list("manifests"))
        .extracting(manifest -> manifest.text("digest"))
        .containsExactly("b", "v6", "a", "sb", "sb2", "sv6", "sa");
    assertThat(assembly.mediaType()).isEqualTo(OCI);
    assertThat(index.at("annotations").text("kept")).isEqualTo("yes");
  }

  /** As the daemons write it, so that one index of two daemons can be that of one. */
  @Test
  void oneIndexComesOutAsItWentIn() throws Exception {
    String written =
        """
        {
          "schemaVersion": 2,
          "mediaType": "application/vnd.oci.image.index.v1+json",
          "manifests": [
            {
              "mediaType": "m",
              "digest": "d",
              "size": 9007199254740993,
              "platform": {
                "architecture": "amd64",
                "os": "linux"
              }
            }
          ]
        }"""
            .strip();
    assembly.add(SHARE, written.getBytes(StandardCharsets.UTF_8));

    assertThat(new String(assembly.write(platforms("linux/amd64")), StandardCharsets.UTF_8)).isEqualTo(written);
  }

  @Test
  void aPlatformThatNobodyBuiltIsNamed() throws Exception {
    add(OCI, image("a", "amd64", ""));

    assertThatThrownBy(() -> assembly.write(platforms("linux/amd64", "linux/s390x")))
        .isInstanceOf(HostFailure.class)
        .hasMessage("no builder gave an image for linux/s390x");
  }

  @Test
  void indexesOfDifferentTypesDoNotMix() throws Exception {
    add(OCI, image("a", "amd64", ""));

    assertThatThrownBy(() -> add("application/vnd.docker.distribution.manifest.list.v2+json"))
        .hasMessage("the builders' indexes are of different types");
  }

  @Test
  void anImageAloneIsNoIndex() {
    assertThatThrownBy(
            () -> assembly.add(SHARE, "{\"schemaVersion\":2,\"layers\":[]}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("the builder tcp://far:1 (linux/arm64) gave no index of images");
  }

  private void add(String type, String... manifests) throws Exception {
    String json =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s],\"annotations\":{\"kept\":\"yes\"}}"
            .formatted(type, String.join(",", manifests));
    assembly.add(SHARE, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String image(String digest, String architecture, String variant) {
    return "{\"digest\":\"%s\",\"platform\":{\"architecture\":\"%s\",\"os\":\"linux\",\"variant\":\"%s\"}}"
        .formatted(digest, architecture, variant);
  }

  private static String statement(String digest, String subject) {
    return "{\"digest\":\"%s\",\"annotations\":{\"vnd.docker.reference.digest\":\"%s\"},"
            .formatted(digest, subject)
        + "\"platform\":{\"architecture\":\"unknown\",\"os\":\"unknown\"}}";
  }

  private static List<Platform> platforms(String... texts) {
    return Stream.of(texts).map(text -> Platforms.normalize(Platforms.parse(text, Platforms.local()))).toList();
  }
}
