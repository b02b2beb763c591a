package dev.strake.bridge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.testing.TraceReceiver;
import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.ExportTraceServiceResponse;
import dev.strake.bridge.testing.otlp.TraceServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans on their way to collectors, which are stand-ins in this process. */
class CollectorExporterTest {

  private static final Path TLS = Path.of("..", "testdata", "tls");
  private static final byte[] REQUEST = SpanWriter.request(List.of(Attribute.of("a", "b")), List.of());
  private static final String GRPC = "grpc";
  private static final String HTTP = "http/protobuf";

  private static void export(String protocol, String endpoint, String... variables) throws InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret%20one");
    for (String pair : variables) {
      String[] parts = pair.split("=", 2);
      environment.put("OTEL_EXPORTER_OTLP_" + parts[0], parts[1]);
    }
    CollectorExporter.of(environment).orElseThrow().export(REQUEST);
  }

  private static NettyServerBuilder server() {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void speaksGrpc(String compression) throws Exception {
    TraceReceiver receiver = new TraceReceiver();
    AtomicReference<Metadata> headers = new AtomicReference<>();
    ServerInterceptor watch =
        new ServerInterceptor() {
          @Override
          public <Q, A> ServerCall.Listener<Q> interceptCall(
              ServerCall<Q, A> call, Metadata given, ServerCallHandler<Q, A> next) {
            headers.set(given);
            return next.startCall(call, given);
          }
        };
    Server server = server().addService(ServerInterceptors.intercept(receiver, watch)).build().start();
    try {
      export(GRPC, "http://127.0.0.1:" + server.getPort(), "COMPRESSION=" + compression);
    } finally {
      server.shutdownNow().awaitTermination();
    }

    assertThat(receiver.requests()).containsExactly(ExportTraceServiceRequest.parseFrom(REQUEST));
    assertThat(headers.get().get(Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER))).isEqualTo("secret one");
    assertThat(headers.get().get(Metadata.Key.of("grpc-encoding", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo(compression.equals("gzip") ? "gzip" : null);
  }

  @Test
  void speaksGrpcToWhoShowsACertificateAndWantsOne() throws Exception {
    TraceReceiver receiver = new TraceReceiver();
    Server server =
        server()
            .sslContext(
                GrpcSslContexts.configure(
                        SslContextBuilder.forServer(
                            PemFile.read(TLS.resolve("server-key.pem")).privateKey(),
                            PemFile.read(TLS.resolve("server.pem")).certificates()),
                        SslProvider.JDK)
                    .trustManager(TLS.resolve("ca.pem").toFile())
                    .clientAuth(ClientAuth.REQUIRE)
                    .build())
            .addService(receiver)
            .build()
            .start();
    try {
      export(
          GRPC,
          "https://127.0.0.1:" + server.getPort(),
          "CERTIFICATE=" + TLS.resolve("ca.pem"),
          "CLIENT_CERTIFICATE=" + TLS.resolve("client.pem"),
          "CLIENT_KEY=" + TLS.resolve("client-key.pem"));
    } finally {
      server.shutdownNow().awaitTermination();
    }

    assertThat(receiver.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void speaksHttp(String compression) throws Exception {
    List<String> seen = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      seen.add(exchange.getRequestHeaders().getFirst("Content-Type"));
      seen.add(exchange.getRequestHeaders().getFirst("api-key"));
      try (InputStream body = exchange.getRequestBody()) {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        bodies.add((zipped ? new GZIPInputStream(body) : body).readAllBytes());
      }
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    try {
      export(HTTP, "http://127.0.0.1:" + server.getAddress().getPort() + "/base", "COMPRESSION=" + compression);
    } finally {
      server.stop(0);
    }

    assertThat(seen).containsExactly("POST /base/v1/traces", "application/x-protobuf", "secret one");
    assertThat(bodies).hasSize(1).allMatch(body -> Arrays.equals(body, REQUEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {GRPC, HTTP})
  void nobodyThereIsNoFailure(String protocol) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    export(protocol, "http://127.0.0.1:" + port, "TIMEOUT=200");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRPC, HTTP})
  void whoNeverAnswersIsNotWaitedForLongerThanWanted(String protocol) throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      export(protocol, "http://127.0.0.1:" + mute.getLocalPort(), "TIMEOUT=200");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 500, 503})
  void anErrorIsNobodysBusiness(int status) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<Integer> asked = new ArrayList<>();
    server.createContext("/", exchange -> {
      asked.add(status);
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    server.start();
    try {
      export(HTTP, "http://127.0.0.1:" + server.getAddress().getPort(), "TIMEOUT=300");
    } finally {
      server.stop(0);
    }

    assertThat(asked).hasSize(1);
  }

  @Test
  void certificatesThatAreNotThereAreNoFailure() throws Exception {
    export(GRPC, "https://127.0.0.1:1", "CERTIFICATE=missing.pem", "TIMEOUT=200");
    export(HTTP, "https://127.0.0.1:1", "CERTIFICATE=missing.pem", "TIMEOUT=200");
  }

  @Test
  void whoIsBusyIsAskedAgain() throws Exception {
    List<Duration> attempts = new ArrayList<>();
    Patience.of(Duration.ofSeconds(20), Duration.ofMillis(1))
        .attempt(left -> {
          attempts.add(left);
          return attempts.size() == 3;
        });

    assertThat(attempts).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void whatFailsOnceIsNotAskedAgain() throws Exception {
    List<Duration> attempts = new ArrayList<>();
    Patience.once(Duration.ofMillis(1)).attempt(left -> !attempts.add(left));

    assertThat(attempts).hasSize(1);
  }

  @Test
  void headersThatCannotBeSentAreLeftOut() throws Exception {
    TraceReceiver receiver = new TraceReceiver();
    Server server = server().addService(receiver).build().start();
    try {
      export(GRPC, "http://127.0.0.1:" + server.getPort(), "HEADERS=some-bin=x,Upper=y");
    } finally {
      server.shutdownNow().awaitTermination();
    }
    List<String> asked = new ArrayList<>();
    HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", exchange -> {
      asked.add(exchange.getRequestHeaders().getFirst("Upper"));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    http.start();
    try {
      export(HTTP, "http://127.0.0.1:" + http.getAddress().getPort(), "HEADERS=host=x,Upper=y");
    } finally {
      http.stop(0);
    }

    assertThat(receiver.requests()).hasSize(1);
    assertThat(asked).containsExactly("y");
  }

  /** A daemon may be one that takes a call and never answers it, or refuses it. */
  @Test
  void aDaemonIsAskedOnceAndNotWaitedForForEver() throws Exception {
    List<String> asked = new ArrayList<>();
    Server server =
        server()
            .addService(
                new TraceServiceGrpc.TraceServiceImplBase() {
                  @Override
                  public void export(
                      ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
                    asked.add("export");
                    if (asked.size() == 1) {
                      answer.onError(Status.UNAVAILABLE.asException());
                    }
                  }
                })
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try (GrpcExporter refused = GrpcExporter.toDaemon(channel, Duration.ofMinutes(1), () -> {});
        GrpcExporter unanswered = GrpcExporter.toDaemon(channel, Duration.ofSeconds(2), channel::shutdownNow)) {
      refused.export(REQUEST);
      unanswered.export(REQUEST);
    } finally {
      server.shutdownNow().awaitTermination();
    }

    assertThat(asked).hasSize(2);
    assertThat(channel.isShutdown()).isTrue();
  }

  @Test
  void aServerThatIsNoCollectorIsNoFailure() throws Exception {
    Server server = server().build().start();
    try {
      export(GRPC, "http://127.0.0.1:" + server.getPort());
    } finally {
      server.shutdownNow().awaitTermination();
    }
  }
}
