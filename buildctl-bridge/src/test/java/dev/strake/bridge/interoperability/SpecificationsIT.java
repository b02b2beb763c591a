package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.ImageLayout;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.TestRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What OCI's specifications say of layouts, images and registries, held against what Strake builds. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
class SpecificationsIT {

  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  @TempDir Path folder;

  @Test
  @OtherSystem(name = "OCI image specification")
  void aLayoutIsAsItIsSpecified(TestDaemon daemon) throws Exception {
    Sample sample = Sample.in(folder);
    sample.build(
        daemon.address(), "--platform", "linux/amd64,linux/arm64", "-t", "sample:1",
        "-o", "type=oci,tar=false,dest=" + sample.layout());

    assertThat(Json.read(Files.readAllBytes(sample.layout().resolve("oci-layout"))).text("imageLayoutVersion"))
        .isEqualTo("1.0.0");
    Json top = Json.read(Files.readAllBytes(sample.layout().resolve("index.json")));
    assertThat(top.fields().get("schemaVersion")).isEqualTo(2L);
    ImageLayout layout = new ImageLayout(sample.layout());
    Json descriptor = top.list("manifests").getFirst();
    assertThat(descriptor.text("mediaType")).isEqualTo(INDEX);
    Json index = checked(layout, descriptor);
    assertThat(index.list("manifests")).hasSize(2);
    for (Json image : index.list("manifests")) {
      assertThat(image.text("mediaType")).isEqualTo(MANIFEST);
      checkImage(layout, image);
    }
  }

  private static void checkImage(ImageLayout layout, Json descriptor) throws Exception {
    Json manifest = checked(layout, descriptor);
    assertThat(manifest.text("mediaType")).isEqualTo(MANIFEST);
    assertThat(manifest.at("config").text("mediaType")).isEqualTo(CONFIG);
    Json config = checked(layout, manifest.at("config"));
    assertThat(config.text("os")).isEqualTo(descriptor.at("platform").text("os"));
    assertThat(config.text("architecture")).isEqualTo(descriptor.at("platform").text("architecture"));
    assertThat(config.at("rootfs").text("type")).isEqualTo("layers");
    List<String> uncompressed = new ArrayList<>();
    for (Json layer : manifest.list("layers")) {
      assertThat(layer.text("mediaType")).isEqualTo(LAYER);
      checkBlob(layout, layer);
      uncompressed.add(diffId(layout.file(layer.text("digest"))));
    }
    assertThat(config.at("rootfs").texts("diff_ids")).containsExactlyElementsOf(uncompressed);
    assertThat(config.list("history"))
        .filteredOn(step -> !Boolean.TRUE.equals(step.fields().get("empty_layer")))
        .hasSameSizeAs(uncompressed);
  }

  /** The document that a descriptor is about, whose size and digest are as it says. */
  private static Json checked(ImageLayout layout, Json descriptor) throws Exception {
    checkBlob(layout, descriptor);
    return layout.blob(descriptor.text("digest"));
  }

  private static void checkBlob(ImageLayout layout, Json descriptor) throws Exception {
    Path file = layout.file(descriptor.text("digest"));
    assertThat(descriptor.fields().get("size")).isEqualTo(Files.size(file));
    try (InputStream stream = Files.newInputStream(file)) {
      assertThat(sha256(stream)).isEqualTo(descriptor.text("digest"));
    }
  }

  private static String diffId(Path layer) throws Exception {
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(layer))) {
      return sha256(stream);
    }
  }

  private static String sha256(InputStream stream) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  @Test
  @OtherSystem(
      name = "OCI distribution specification",
      programs = "docker-registry",
      limits =
          "the distribution's registry does not list referrers; that each statement names its subject is checked in"
              + " its manifest")
  void aRegistryTakesMountsAndDeletes(TestDaemon daemon) throws Exception {
    try (TestRegistry registry = TestRegistry.start("", "");
        HttpClient http = HttpClient.newHttpClient()) {
      Sample sample = Sample.in(folder);
      sample.build(
          daemon.address(), "--provenance", "-o",
          "type=image,push=true,oci-artifact=true,name=" + registry.host() + "/first:1");
      Api first = new Api(http, "http://" + registry.host() + "/v2/first/");
      Api second = new Api(http, "http://" + registry.host() + "/v2/second/");

      assertThat(first.get("tags/list").body()).contains("\"1\"");
      Json index = first.json("manifests/1");
      Json image = index.list("manifests").getFirst();
      Json manifest = first.json("manifests/" + image.text("digest"));
      Json statement = first.json("manifests/" + index.list("manifests").get(1).text("digest"));
      assertThat(statement.at("subject").text("digest")).isEqualTo(image.text("digest"));
      assertThat(statement.text("artifactType")).isEqualTo("application/vnd.docker.attestation.manifest.v1+json");

      List<Json> blobs = new ArrayList<>(manifest.list("layers"));
      blobs.add(manifest.at("config"));
      for (Json blob : blobs) {
        String digest = blob.text("digest");
        assertThat(first.send("HEAD", "blobs/" + digest, "", Map.of()).statusCode()).isEqualTo(200);
        assertThat(second.send("POST", "blobs/uploads/?from=first&mount=" + digest, "", Map.of()).statusCode())
            .isEqualTo(201);
      }
      String text = first.get("manifests/" + image.text("digest")).body();
      assertThat(second.send("PUT", "manifests/mounted", text, Map.of("Content-Type", MANIFEST)).statusCode())
          .isEqualTo(201);
      assertThat(second.get("manifests/mounted").headers().firstValue("Docker-Content-Digest"))
          .contains(image.text("digest"));

      assertThat(second.send("DELETE", "manifests/" + image.text("digest"), "", Map.of()).statusCode()).isEqualTo(202);
      assertThat(second.get("manifests/mounted").statusCode()).isEqualTo(404);
    }
  }

  /** The API of one repository. */
  private record Api(HttpClient http, String base) {

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send("GET", path, "", Map.of("Accept", INDEX + ", " + MANIFEST));
    }

    Json json(String path) throws IOException, InterruptedException {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
      return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .version(HttpClient.Version.HTTP_1_1)
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
