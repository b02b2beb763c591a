package dev.strake.frontend.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registry on a loopback port that has an image for every name: {@link StandInImages}. A daemon that uses it as a
 * mirror says in the query, as {@code ns}, which registry it asks for.
 *
 * <p>A tag that begins with {@code missing} does not exist. A digest is known once its name was asked for, that of
 * {@link StandInImages#PINNED} always.
 */
public final class StandInRegistry implements AutoCloseable {

  private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs)/([^/]+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Blob> blobs = new ConcurrentHashMap<>();

  private StandInRegistry(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a port, 0 for any free one. */
  public static StandInRegistry start(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    StandInRegistry registry = new StandInRegistry(server);
    registry.remember(StandInImages.PINNED);
    server.createContext("/v2/", registry::handle);
    server.setExecutor(registry.threads);
    server.start();
    return registry;
  }

  /** Where it listens, such as {@code 127.0.0.1:41234}. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private Blob remember(StandInImages.Image image) {
    for (StandInImages.Manifest each : image.manifests()) {
      remember(each.manifest());
      remember(each.config());
      remember(each.layer());
    }
    return remember(image.top());
  }

  private Blob remember(Blob blob) {
    blobs.put(blob.digest(), blob);
    return blob;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!path.matches()) {
        answer(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        return;
      }
      Blob blob = find(host(exchange), path.group(1), path.group(3));
      if (blob == null) {
        byte[] error = "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}".getBytes(StandardCharsets.UTF_8);
        answer(exchange, 404, "application/json", error);
        return;
      }
      exchange.getResponseHeaders().set("Docker-Content-Digest", blob.digest());
      answer(exchange, 200, blob.mediaType(), blob.bytes());
    }
  }

  private @Nullable Blob find(String host, String repository, String reference) {
    if (reference.startsWith("sha256:")) {
      return blobs.get(reference);
    }
    if (reference.startsWith("missing")) {
      return null;
    }
    return remember(StandInImages.of(host + "/" + repository + ":" + reference));
  }

  private static String host(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query != null && query.startsWith("ns=") ? query.substring("ns=".length()) : "registry.test";
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
