package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.strake.bridge.testing.otlp.AnyValue;
import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.KeyValue;
import dev.strake.bridge.testing.otlp.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector is told of a command line: not its secrets. */
class CommandSpanTest {

  @TempDir Path folder;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void listen() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          received.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void commandsOfOurOwnTellNamesOnly() throws Exception {
    List<String> command =
        run(
            "build", "--addr", "unix:///missing/socket", "--build-arg", "TOKEN=hunter2", "--build-arg=OTHER=hunter3",
            "--cache-to", "type=s3,region=a,bucket=b,secret_access_key=hunter4", "--no-start", "-q", ".");
    assertThat(command)
        .containsExactly("strake", "build", "--addr", "--build-arg", "--cache-to", "--no-start", "--quiet");
  }

  @Test
  void commandsWithinCommandsAreTold() throws Exception {
    assertThat(run("daemon", "units", "hunter2")).containsExactly("strake", "daemon", "units");
  }

  @Test
  void buildctlTellsAllAsTheReferenceDoes() throws Exception {
    assertThat(run("buildctl", "--addr", "unix:///missing/socket", "build", "--frontend=any", "--opt=build-arg:A=b"))
        .containsExactly("buildctl", "--addr", "unix:///missing/socket", "build", "--frontend=any", "--opt=build-arg:A=b");
  }

  private List<String> run(String... words) throws Exception {
    Map<String, String> environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector.getAddress().getPort(),
            "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
            "XDG_CACHE_HOME", folder.toString());
    new TestSession(folder, environment).run(words);
    assertThat(received).hasSize(1);
    assertThat(new String(received.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("hunter");
    Span whole =
        ExportTraceServiceRequest.parseFrom(received.getFirst()).getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .filter(span -> span.getAttributesList().stream().anyMatch(CommandSpanTest::isCommand))
            .findFirst()
            .orElseThrow();
    return whole.getAttributesList().stream()
        .filter(CommandSpanTest::isCommand)
        .flatMap(attribute -> attribute.getValue().getArrayValue().getValuesList().stream())
        .map(AnyValue::getStringValue)
        .toList();
  }

  private static boolean isCommand(KeyValue attribute) {
    return attribute.getKey().equals("command");
  }
}
