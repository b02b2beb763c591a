package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.control.DaemonInfo;
import dev.strake.bridge.control.WorkerRecord;
import dev.strake.llb.Platform;
import dev.strake.llb.go.template.GoTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoRecordsTest {

  private static final DaemonInfo VERSION = new DaemonInfo("package", "v1", "abc", "");

  @Test
  void aWorkerWithoutAnythingHasEmptyListsAndNoDevices() {
    assertThat(workersAsJson(worker(List.of())))
        .isEqualTo(
            "[{\"id\":\"w\",\"labels\":{\"a\":\"b\"},\"platforms\":[],\"gcPolicy\":[],\"buildkitVersion\":"
                + "{\"package\":\"package\",\"version\":\"v1\",\"revision\":\"abc\"},\"cdiDevices\":null}]");
  }

  @Test
  void aWorkersPlatforms() {
    assertThat(workersAsJson(worker(List.of(new Platform("linux", "arm", "v7", "", List.of())))))
        .contains("\"platforms\":[{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v7\"}]");
  }

  private static String workersAsJson(WorkerRecord worker) {
    return GoTemplate.parse("{{json .}}").fill(GoRecords.workers(List.of(worker)));
  }

  private static WorkerRecord worker(List<Platform> platforms) {
    return new WorkerRecord("w", Map.of("a", "b"), platforms, List.of(), VERSION, List.of());
  }
}
