package dev.strake.bridge.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A registry, of the loopback interface, that has one repository: the image of an OCI layout, under any name. */
final class LayoutRegistry implements AutoCloseable {

  private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

  private final HttpServer server;
  private final Path layout;
  private final String manifest;

  /** @param manifest the digest of the image's manifest */
  LayoutRegistry(Path layout, String manifest) throws IOException {
    this.layout = layout;
    this.manifest = manifest;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v2/", this::serve);
    server.start();
  }

  /** A name for the image. */
  String reference() {
    return "127.0.0.1:" + server.getAddress().getPort() + "/strake/dockerfile:it";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean isManifest = path.contains("/manifests/");
      String digest = name.startsWith("sha256:") ? name : manifest;
      Path blob = layout.resolve("blobs").resolve(digest.replace(':', '/'));
      if (path.endsWith("/v2/")) {
        exchange.sendResponseHeaders(200, -1);
      } else if (!Files.isRegularFile(blob)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.getResponseHeaders().set("Content-Type", isManifest ? MANIFEST_TYPE : "application/octet-stream");
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
        send(exchange, blob);
      }
    }
  }

  private static void send(HttpExchange exchange, Path blob) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(Files.size(blob)));
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, Files.size(blob));
      Files.copy(blob, exchange.getResponseBody());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
