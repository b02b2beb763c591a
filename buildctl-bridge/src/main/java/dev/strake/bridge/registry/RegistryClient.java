package dev.strake.bridge.registry;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.session.RegistryHttp;
import dev.strake.bridge.session.RegistryLogin;
import dev.strake.llb.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * The manifests of one repository, by the distribution specification's API. A registry on this machine is spoken to
 * without TLS, as daemons do, unless certificates are named for it.
 *
 * <p>Not thread-safe.
 *
 * <pre>{@code
 * try (RegistryClient registry = RegistryClient.of(ImageReference.parse("localhost:5000/app"), login, false)) {
 *   registry.putManifest("1", "application/vnd.oci.image.index.v1+json", index);
 * }
 * }</pre>
 */
public final class RegistryClient implements AutoCloseable {

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(120);
  private static final int UNAUTHORIZED = 401;
  private static final int MAX_COMPLAINT = 300;

  /** Registries take manifests of four megabytes. */
  private static final int MAX_ANSWER_BYTES = 16 << 20;
  private static final String HUB = "docker.io";
  private static final String HUB_HOST = "registry-1.docker.io";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "[::1]");
  private static final String ACCEPTED =
      "application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json,"
          + " application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

  private final String host;
  private final String path;
  private final RegistryLogin login;
  private final boolean insecure;
  private final HttpClient http;
  private boolean clear;
  private Optional<String> authorization = Optional.empty();

  private RegistryClient(ImageReference repository, RegistryLogin login, boolean insecure) throws IOException {
    this.host = repository.domain().equals(HUB) ? HUB_HOST : repository.domain();
    this.path = repository.path();
    this.login = login;
    this.insecure = insecure;
    boolean known = login.http().knows(repository.domain());
    this.clear = !known && isThisMachine(host);
    this.http = insecure && !known && !clear ? RegistryHttp.trustingClient() : login.http().client(repository.domain());
  }

  /**
   * A client.
   *
   * @param insecure whether any certificate will do, and none at all where the registry speaks no TLS
   * @throws IOException when certificates that are named for the registry cannot be read
   */
  public static RegistryClient of(ImageReference repository, RegistryLogin login, boolean insecure)
      throws IOException {
    return new RegistryClient(repository, login, insecure);
  }

  private static boolean isThisMachine(String host) {
    int port = host.lastIndexOf(':');
    String name = port < 0 || host.endsWith("]") ? host : host.substring(0, port);
    return THIS_MACHINE.contains(name) || name.matches("127(\\.\\d{1,3}){3}");
  }

  /**
   * A manifest or an index.
   *
   * @throws IOException when it is not there, or not what its digest says
   */
  public byte[] manifest(String digest) throws IOException, InterruptedException {
    Answer answer =
        send("GET", digest, HttpRequest.newBuilder().header("Accept", ACCEPTED).GET());
    if (!BlobDigest.of(answer.body()).toString().equals(digest)) {
      throw new IOException("the registry " + host + " gave another manifest than " + digest);
    }
    return answer.body();
  }

  /**
   * Puts a manifest or an index there.
   *
   * @param reference a tag, or its digest
   */
  public void putManifest(String reference, String mediaType, byte[] manifest)
      throws IOException, InterruptedException {
    send(
        "PUT",
        reference,
        HttpRequest.newBuilder().header("Content-Type", mediaType).PUT(BodyPublishers.ofByteArray(manifest)));
  }

  /** What a registry has answered, whole. */
  private record Answer(URI uri, int status, String challenge, byte[] body) {

    static Answer of(HttpResponse<InputStream> response) throws IOException {
      try (InputStream stream = response.body()) {
        byte[] body = stream.readNBytes(MAX_ANSWER_BYTES + 1);
        if (body.length > MAX_ANSWER_BYTES) {
          throw new IOException("the answer of " + response.uri() + " has more than " + MAX_ANSWER_BYTES + " bytes");
        }
        String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
        return new Answer(response.uri(), response.statusCode(), challenge, body);
      }
    }
  }

  private Answer send(String method, String reference, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    Answer answer = sendOnce(reference, request);
    if (answer.status() == UNAUTHORIZED) {
      authorization = login.answer(host, answer.challenge(), "repository:" + path + ":pull,push");
      answer = sendOnce(reference, request);
    }
    if (answer.status() < 200 || answer.status() >= 300) {
      String complaint = new String(answer.body(), StandardCharsets.UTF_8).strip();
      throw new IOException(
          "unexpected status from %s request to %s: %d%s"
              .formatted(
                  method,
                  answer.uri(),
                  answer.status(),
                  complaint.isEmpty()
                      ? ""
                      : ": " + complaint.substring(0, Math.min(complaint.length(), MAX_COMPLAINT))));
    }
    return answer;
  }

  private Answer sendOnce(String reference, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    request.setHeader("User-Agent", "strake").timeout(ANSWER_TIMEOUT);
    try {
      return Answer.of(http.send(request.uri(uri(reference)).build(), BodyHandlers.ofInputStream()));
    } catch (SSLException e) {
      if (!insecure || clear) {
        throw new IOException("the registry " + host + ": " + e.getMessage(), e);
      }
      clear = true;
      return Answer.of(http.send(request.uri(uri(reference)).build(), BodyHandlers.ofInputStream()));
    } catch (ConnectException e) {
      throw new IOException("cannot reach the registry " + host, e);
    }
  }

  private URI uri(String reference) {
    return URI.create((clear ? "http" : "https") + "://" + host + "/v2/" + path + "/manifests/" + reference);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
