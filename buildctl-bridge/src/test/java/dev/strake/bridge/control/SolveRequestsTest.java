package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.llb.marshal.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolveRequestsTest {

  @Test
  void aFrontendIsToldOfTheCachesThroughItsOptions() {
    SolveSpec spec =
        SolveSpec.ofFrontend("dockerfile.v0")
            .option("target", "x")
            .cacheImport(new CacheEntry("registry", Map.of("ref", "a/b", "mode", "<max>")))
            .cacheImport(new CacheEntry("inline", Map.of()))
            .build();

    SolveRequest request = SolveRequests.of(spec, "r", "s");

    assertThat(request.getFrontendAttrsMap())
        .containsEntry("target", "x")
        .containsEntry(
            "cache-imports",
            "[{\"Type\":\"registry\",\"Attrs\":{\"mode\":\"\\u003cmax\\u003e\",\"ref\":\"a/b\"}},"
                + "{\"Type\":\"inline\"}]");
    assertThat(request.getCache().getImportsCount()).isEqualTo(2);
  }

  @Test
  void aGraphIsNot() {
    SolveSpec spec =
        SolveSpec.ofGraph(Definition.EMPTY).cacheImport(new CacheEntry("inline", Map.of())).build();

    assertThat(SolveRequests.of(spec, "r", "s").getFrontendAttrsMap()).isEmpty();
  }

  @Test
  void theFirstExportIsToldInTheOldWayToo() {
    SolveSpec spec =
        SolveSpec.ofFrontend("f")
            .export(Export.onDaemon("image", Map.of("name", "n")))
            .export(Export.toDirectory("local", Map.of(), Path.of("d")))
            .build();

    SolveRequest request = SolveRequests.of(spec, "r", "s");

    assertThat(request.getExporterDeprecated()).isEqualTo("image");
    assertThat(request.getExporterAttrsDeprecatedMap()).isEqualTo(Map.of("name", "n"));
    assertThat(request.getExportersList()).extracting(exporter -> exporter.getType()).containsExactly("image", "local");
    assertThat(ExportTargets.of(spec.exports()).byExporter()).containsOnlyKeys(1);
  }

  @ParameterizedTest
  @CsvSource({
    "tar, DAEMON, output file writer is required for tar exporter",
    "local, DAEMON, output directory is required for local exporter",
    "local, FILE, output file writer is not supported by local exporter",
    "image, FILE, output file writer is not supported by image exporter",
    "image, DIRECTORY, output directory is not supported by image exporter",
  })
  void exportersAndDestinationsMustFit(String type, String destination, String message) {
    Export export =
        switch (destination) {
          case "DAEMON" -> Export.onDaemon(type, Map.of());
          case "FILE" -> Export.toFile(type, Map.of(), Path.of("x"));
          default -> Export.toDirectory(type, Map.of(), Path.of("x"));
        };

    assertThatThrownBy(() -> ExportTargets.of(List.of(export)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///run/x.sock, unix:///run/x.sock",
    "tcp://127.0.0.1:1234, tcp://127.0.0.1:1234",
    "tcp://[::1]:1234, tcp://[::1]:1234",
  })
  void readsAddresses(String text, String shown) {
    assertThat(DaemonAddress.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "tcp://host", "tcp://host:0", "tcp://:1", "tcp://host:x", "http://x"})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> DaemonAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
