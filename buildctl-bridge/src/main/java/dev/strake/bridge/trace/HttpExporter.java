package dev.strake.bridge.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Sends spans to a collector by OTLP over HTTP. */
final class HttpExporter implements SpanExporter {

  private static final int OK_FAMILY = 2;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final CollectorSettings settings;
  private final HttpClient client;

  HttpExporter(CollectorSettings settings) {
    this.settings = settings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // In clear text, an upgrade to HTTP/2 would be one more thing that a collector might not know.
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(settings.timeout());
    settings.tls().ifPresent(tls -> builder.sslContext(tls.context()));
    this.client = builder.build();
  }

  @Override
  public void export(byte[] request) throws InterruptedException {
    byte[] body = settings.compressed() ? compressed(request) : request;
    Patience.again(settings.timeout()).attempt(left -> delivered(body, left));
  }

  /** Whether there is nothing more to be done. */
  private boolean delivered(byte[] body, Duration left) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.address())
            .timeout(left)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    settings.headers().forEach((name, value) -> add(request, name, value));
    request.setHeader("Content-Type", "application/x-protobuf");
    if (settings.compressed()) {
      request.setHeader("Content-Encoding", "gzip");
    }
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      boolean passes =
          status == TOO_MANY_REQUESTS || status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
      return status / 100 == OK_FAMILY || !passes;
    } catch (HttpTimeoutException e) {
      return true;
    } catch (IOException e) {
      // Nobody listens, or who does is no collector.
      return true;
    }
  }

  private static void add(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      // One that only the JDK itself may set, or a value that is none.
    }
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
