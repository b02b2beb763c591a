package dev.strake.bridge.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.session.DockerCredentials;
import dev.strake.bridge.session.RegistryLogin;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.llb.ImageReference;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry that says whatever a test wants. */
@Timeout(30)
class RegistryClientTest {

  private static final String TYPE = "application/vnd.oci.image.index.v1+json";
  private static final String PASSWORD = "not-to-be-shown";
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Answer answer = exchange -> reply(exchange, 200, "");

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          answer.to(exchange);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aPasswordIsSentWhenItIsAskedFor() throws Exception {
    List<String> seen = new ArrayList<>();
    answer =
        exchange -> {
          String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          seen.add(header);
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
          reply(exchange, header.equals(BASIC) ? 201 : 401, "");
        };

    try (RegistryClient client = client()) {
      client.putManifest("1", TYPE, "{}".getBytes(StandardCharsets.UTF_8));
      client.putManifest("2", TYPE, "{}".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(seen).containsExactly("null", BASIC, BASIC);
    String put = "PUT /v2/team/app/manifests/";
    assertThat(requests).containsExactly(put + "1", put + "1", put + "2");
  }

  @Test
  void aRefusalIsToldWithoutThePassword() throws Exception {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
          reply(exchange, 401, "{\"errors\":[]}");
        };

    try (RegistryClient client = client()) {
      assertThatThrownBy(() -> client.putManifest("1", TYPE, new byte[0]))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "unexpected status from PUT request to http://%s/v2/team/app/manifests/1: 401: {\"errors\":[]}"
                  .formatted(host()));
    }
    assertThat(requests).hasSize(2);
  }

  @Test
  void aManifestIsWhatItsDigestSays() throws Exception {
    answer = exchange -> reply(exchange, 200, "{}");
    String right = BlobDigest.of("{}".getBytes(StandardCharsets.UTF_8)).toString();
    String wrong = BlobDigest.of(new byte[0]).toString();

    try (RegistryClient client = client()) {
      assertThat(client.manifest(right)).asString().isEqualTo("{}");
      assertThatThrownBy(() -> client.manifest(wrong))
          .hasMessage("the registry " + host() + " gave another manifest than " + wrong);
    }
  }

  @Test
  void anAnswerWithoutAnEndIsRefused() throws Exception {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] step = new byte[1 << 20];
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(step);
            }
          }
        };

    try (RegistryClient client = client()) {
      assertThatThrownBy(() -> client.manifest("sha256:0"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the answer of http://%s/v2/team/app/manifests/sha256:0 has more than 16777216 bytes".formatted(host()));
    }
  }

  @Test
  void aRegistryThatIsNotThereIsNamed() throws Exception {
    server.stop(0);

    try (RegistryClient client = client()) {
      assertThatThrownBy(() -> client.manifest("sha256:0")).hasMessage("cannot reach the registry " + host());
    }
  }

  private RegistryClient client() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host(), BASIC.substring("Basic ".length())));
    SessionSpec session = SessionSpec.builder().credentials(DockerCredentials.in(folder)).build();
    return RegistryClient.of(ImageReference.parse(host() + "/team/app"), RegistryLogin.of(session), false);
  }

  private String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
