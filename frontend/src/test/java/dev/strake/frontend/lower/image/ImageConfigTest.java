package dev.strake.frontend.lower.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.frontend.instruction.HealthCheck;
import dev.strake.llb.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigTest {

  private static final ImageConfig SCRATCH = ImageConfig.scratch(Platform.of("linux", "amd64"));

  private static String json(ImageConfig image) {
    return new String(image.toJson(), StandardCharsets.UTF_8);
  }

  private static String rewritten(String json) {
    return json(ImageConfig.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void writesAnImageWithoutLayers() {
    assertThat(json(SCRATCH))
        .isEqualTo(
            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":null},"
                + "\"config\":{\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"],"
                + "\"WorkingDir\":\"/\"}}");
  }

  @Test
  void leavesTheSearchPathOfWindowsToWindows() {
    assertThat(json(ImageConfig.scratch(Platform.of("windows", "amd64"))))
        .contains("\"config\":{\"WorkingDir\":\"/\"}");
  }

  @Test
  void keepsEveryFieldInGosOrder() {
    String everything =
        "{\"created\":\"2020-01-02T03:04:05.1Z\",\"author\":\"me\",\"architecture\":\"arm\",\"os\":\"linux\","
            + "\"os.version\":\"1\",\"os.features\":[\"f\"],\"variant\":\"v7\","
            + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:1\"]},"
            + "\"history\":[{\"created\":\"2020-01-02T03:04:05+02:00\",\"created_by\":\"a\",\"author\":\"b\","
            + "\"comment\":\"c\",\"empty_layer\":true},{}],"
            + "\"config\":{\"User\":\"u\",\"ExposedPorts\":{\"80/tcp\":{}},\"Env\":[\"A=b\"],\"Entrypoint\":[\"e\"],"
            + "\"Cmd\":[\"c\"],\"Volumes\":{\"/v\":{}},\"WorkingDir\":\"/w\",\"Labels\":{\"l\":\"m\"},"
            + "\"StopSignal\":\"SIGINT\",\"ArgsEscaped\":true,\"Healthcheck\":{\"Test\":[\"NONE\"],\"Interval\":1,"
            + "\"Timeout\":2,\"StartPeriod\":3,\"StartInterval\":4,\"Retries\":5},\"OnBuild\":[\"RUN x\"],"
            + "\"Shell\":[\"sh\"]}}";
    assertThat(rewritten(everything)).isEqualTo(everything);
  }

  @Test
  void readsNamesInAnyCaseAndDropsUnknownOnes() {
    assertThat(rewritten("{\"OS\":\"linux\",\"x\":[{\"y\":1}],\"Config\":{\"user\":\"u\",\"Image\":\"i\",\"Cmd\":null},"
            + "\"container_config\":{\"Cmd\":[\"x\"]},\"RootFS\":{\"DIFF_IDS\":[]}}"))
        .isEqualTo("{\"architecture\":\"\",\"os\":\"linux\",\"rootfs\":{\"type\":\"\",\"diff_ids\":[]},"
            + "\"config\":{\"User\":\"u\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"os\":1}", "{\"config\":{\"Env\":\"x\"}}", "{} x", "{\"created\":\"now\"}"})
  void refusesOtherJson(String json) {
    assertThatThrownBy(() -> rewritten(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sortsNamesByTheirBytes() {
    ImageConfig image =
        SCRATCH.with(c -> c.withLabel("\ud83d\ude00", "astral").withLabel("\uffee", "basic").withLabel("a", "<&>"));
    assertThat(json(image))
        .contains("\"Labels\":{\"a\":\"\\u003c\\u0026\\u003e\",\"\uffee\":\"basic\",\"\ud83d\ude00\":\"astral\"}");
  }

  @Test
  void keepsTheOrderInWhichVariablesCameUpFirst() {
    EnvEntries env = EnvEntries.of(List.of("A=1", "NOVALUE", "A=2")).with("B", "x").with("A", "3").with("NOVALUE", "y");
    assertThat(env.lines()).containsExactly("A=3", "NOVALUE=y", "A=2", "B=x");
    assertThat(env.get("A")).contains("2");
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    ImageConfig changed =
        SCRATCH
            .with(c -> c.withExposedPorts(List.of("80/tcp")).withVolume("/v").withTrigger("RUN x"))
            .with(c -> c.withHealthcheck(new HealthCheck(List.of("NONE"), 0, 0, 0, 0, 0)))
            .withHistory(HistoryEntry.of("", () -> "ENV A", true));
    assertThat(json(SCRATCH)).doesNotContain("80/tcp", "ENV A");
    assertThat(json(changed))
        .contains(
            "\"history\":[{\"created_by\":\"ENV A\",\"comment\":\"buildkit.dockerfile.v0\",\"empty_layer\":true}]",
            "\"ExposedPorts\":{\"80/tcp\":{}}",
            "\"Volumes\":{\"/v\":{}}",
            "\"Healthcheck\":{\"Test\":[\"NONE\"]}",
            "\"OnBuild\":[\"RUN x\"]");
  }

  @Test
  void longHistoriesShareTheirBeginnings() {
    AppendList<Integer> list = AppendList.of(IntStream.range(0, 100_000).boxed().toList());
    AppendList<Integer> one = list.append(1);
    AppendList<Integer> other = list.append(2);
    assertThat(one.toList()).hasSize(100_001).endsWith(99_999, 1);
    assertThat(other.toList().getLast()).isEqualTo(2);
  }

  @Test
  void tellsWhetherThereAreLayers() {
    assertThat(SCRATCH.hasLayers()).isFalse();
    assertThat(SCRATCH.withHistory(HistoryEntry.of("", () -> "RUN", false)).hasLayers()).isTrue();
    assertThat(ImageConfig.parse("{\"rootfs\":{\"diff_ids\":[\"x\"]}}".getBytes(StandardCharsets.UTF_8)).hasLayers())
        .isTrue();
  }
}
