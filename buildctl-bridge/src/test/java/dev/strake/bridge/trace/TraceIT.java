package dev.strake.bridge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.testing.ClientRun;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.SpanText;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.Span;
import dev.strake.bridge.testing.otlp.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client's spans, in a real daemon's history and at a collector. */
@ExtendWith(DaemonExtension.class)
class TraceIT {

  private static final List<String> BUILD =
      List.of(
          "build", "--frontend=dockerfile.v0", "--local=context=.", "--local=dockerfile=.", "--progress=quiet",
          "--ref-file=ref");

  @TempDir Path folder;
  private TestDaemon daemon;

  @BeforeEach
  void daemon(TestDaemon shared) throws IOException {
    daemon = shared;
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /traced\n");
  }

  private ClientRun.Given given(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BUILDKIT_HOST", daemon.address());
    environment.put("HOME", folder.toString());
    for (String pair : variables) {
      environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return new ClientRun.Given(folder, environment, new byte[0]);
  }

  /** The client's spans in what the daemon remembers of the last build, each with its kind and its parent's name. */
  private List<String> remembered() throws IOException {
    String ref = Files.readString(folder.resolve("ref"));
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      client.history().finalizeTrace(ref);
    }
    ClientRun logs = ClientRun.ours(given(), List.of("debug", "logs", "--trace", ref));
    assertThat(logs.exitCode()).as(logs.err()).isZero();
    List<Json> spans = new ArrayList<>();
    for (String object : logs.text().split("(?m)(?<=^}$)")) {
      if (!object.isBlank()) {
        spans.add(Json.read(object.strip().getBytes(StandardCharsets.UTF_8)));
      }
    }
    Map<String, String> names = new HashMap<>();
    spans.forEach(span -> names.put(span.at("SpanContext").text("SpanID"), span.text("Name")));
    return spans.stream()
        .filter(TraceIT::isClients)
        .map(span ->
            span.text("Name") + " " + span.fields().get("SpanKind") + " of "
                + names.getOrDefault(span.at("Parent").text("SpanID"), "nobody"))
        .sorted()
        .toList();
  }

  private static boolean isClients(Json span) {
    return span.list("Resource").stream()
        .anyMatch(attribute ->
            attribute.text("Key").equals("service.name") && attribute.at("Value").text("Value").equals("buildctl"));
  }

  @Test
  void theDaemonRemembersTheClientsPartOfABuild() throws Exception {
    assertThat(ClientRun.stock(given(), BUILD).exitCode()).isZero();
    List<String> stock = remembered();
    ClientRun ours = ClientRun.ours(given(), BUILD);

    assertThat(ours.exitCode()).as(ours.err()).isZero();
    assertThat(remembered())
        .isEqualTo(stock)
        .contains(
            "build 1 of nobody",
            "moby.buildkit.v1.Control/Solve 3 of build",
            "moby.filesync.v1.FileSync/DiffCopy 2 of moby.filesync.v1.FileSync/DiffCopy");
  }

  /** A program's own span is above what it has the daemon do. */
  @Test
  void aProgramThatUsesTheLibraryHasATraceToo() throws Exception {
    List<byte[]> sent = new ArrayList<>();
    String whole;
    try (Tracer tracer = Tracer.begin("release", List.of(), TraceSettings.of(Map.of(), "releaser", "1"));
        DaemonClient client =
            DaemonClient.connect(
                DaemonAddress.parse(daemon.address()), ConnectOptions.defaults().withTracer(tracer))) {
      tracer.sendTo(new Kept(sent));
      whole = tracer.context().span();
      client.listWorkers();
    }

    List<Span> spans = SpanText.spans(ExportTraceServiceRequest.parseFrom(sent.getFirst()));
    assertThat(spans).extracting(Span::getName).containsExactly("moby.buildkit.v1.Control/ListWorkers", "release");
    assertThat(HexFormat.of().formatHex(spans.getFirst().getParentSpanId().toByteArray())).isEqualTo(whole);
  }

  private record Kept(List<byte[]> requests) implements SpanExporter {

    @Override
    public void export(byte[] request) {
      requests.add(request);
    }

    @Override
    public void close() {}
  }

  private interface Work {
    void at(String endpoint) throws Exception;
  }

  /** What comes to a collector meanwhile. */
  private static List<Span> collected(Work work) throws Exception {
    List<Span> spans = new ArrayList<>();
    HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", exchange -> {
      spans.addAll(SpanText.spans(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes())));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    collector.start();
    try {
      work.at("http://127.0.0.1:" + collector.getAddress().getPort());
    } finally {
      collector.stop(0);
    }
    return spans;
  }

  @Test
  void aCollectorHasThemAsWell() throws Exception {
    List<Span> spans =
        collected(endpoint -> {
          ClientRun run =
              ClientRun.ours(
                  given("OTEL_EXPORTER_OTLP_ENDPOINT=" + endpoint, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"),
                  BUILD);
          assertThat(run.exitCode()).as(run.err()).isZero();
        });

    assertThat(spans).extracting(Span::getName).contains("build", "moby.buildkit.v1.Control/Solve");
    assertThat(remembered()).hasSameSizeAs(spans);
  }

  @Test
  void strakesOwnCommandsHaveThemToo() throws Exception {
    List<Span> spans =
        collected(endpoint -> {
          ClientRun run =
              ClientRun.strake(
                  given("OTEL_EXPORTER_OTLP_ENDPOINT=" + endpoint, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"),
                  List.of("build", "--addr", daemon.address(), "--progress", "quiet", "."));
          assertThat(run.exitCode()).as(run.err()).isZero();
        });

    assertThat(spans.getLast().getName()).isEqualTo("build");
    assertThat(spans.getLast().getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(spans)
        .extracting(Span::getName)
        .contains("moby.buildkit.v1.frontend.LLBBridge/Return", "moby.filesync.v1.FileSync/DiffCopy");
  }

  @Test
  void severalBuildersHaveThemToo() throws Exception {
    Files.writeString(folder.resolve("builders"), "linux/amd64,linux/arm64=" + daemon.address() + "\n");
    List<Span> spans =
        collected(endpoint -> {
          ClientRun run =
              ClientRun.strake(
                  given("OTEL_EXPORTER_OTLP_ENDPOINT=" + endpoint, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"),
                  List.of(
                      "build", "--builder", "builders", "--progress", "quiet", "--cache-from", "type=local,src=none",
                      "-o", "type=oci,tar=false,dest=out", "."));
          assertThat(run.exitCode()).as(run.err()).isZero();
          assertThat(run.err()).contains("linux/amd64,linux/arm64: local cache import at ").contains(" skipped");
        });

    assertThat(spans.getLast().getName()).isEqualTo("build");
    assertThat(spans)
        .extracting(Span::getName)
        .contains("moby.buildkit.v1.frontend.LLBBridge/Return", "moby.filesync.v1.FileSync/DiffCopy");
  }

  @Test
  void aCollectorThatDoesNotAnswerFailsNothingAndNothingTellsItsKey() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (String protocol : List.of("grpc", "http/protobuf")) {
        ClientRun run =
            ClientRun.ours(
                given(
                    "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:" + mute.getLocalPort(),
                    "OTEL_EXPORTER_OTLP_PROTOCOL=" + protocol,
                    "OTEL_EXPORTER_OTLP_HEADERS=api-key=hush,hush-hush",
                    "OTEL_EXPORTER_OTLP_TIMEOUT=300"),
                List.of("--debug", "debug", "workers"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.text()).startsWith("ID");
        assertThat(run.err()).doesNotContain("hush");
      }
    }
  }
}
