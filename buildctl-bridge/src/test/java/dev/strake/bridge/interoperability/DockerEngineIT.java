package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A Docker Engine of the distribution's, without networks: its own BuildKit builds for us, and it loads from ours. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
@OtherSystem(name = "dockerd", programs = {"dockerd", "docker"})
class DockerEngineIT {

  @TempDir Path folder;

  @Test
  void itsOwnBuilderBuildsAndItLoads(TestDaemon daemon) throws Exception {
    Path settings = Files.writeString(folder.resolve("daemon.json"), "{}");
    List<String> words =
        List.of(
            SystemReport.find("dockerd").orElseThrow().toString(),
            "--config-file", settings.toString(),
            "--data-root", folder.resolve("data").toString(),
            "--exec-root", folder.resolve("exec").toString(),
            "--pidfile", folder.resolve("pid").toString(),
            "--host", "unix://" + socket(),
            "--bridge", "none", "--iptables=false", "--storage-driver", "vfs");
    try (Service engine = Service.start(words, socket(), folder.resolve("log"))) {
      Path metadata = folder.resolve("metadata.json");
      Sample sample = Sample.in(folder);
      sample.build(
          "docker://" + socket(), "--network", "none", "-t", "sample:1", "--metadata-file", metadata.toString());

      String id = Json.read(Files.readAllBytes(metadata)).text("containerimage.digest");
      assertThat(docker("images", "--no-trunc", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}"))
          .isEqualTo("sample:1 " + id + "\n");
      assertRuns("sample:1");

      Tools.strake(
          Map.of("DOCKER_HOST", engine.address()),
          "build", "--addr", daemon.address(), "--build-context", "busybox=rootfs:busybox", "-t", "loaded:1", "--load",
          sample.context().toString());
      assertRuns("loaded:1");
      assertBuildsThroughAContainer(daemon, sample, engine.address());
    }
  }

  /** The container has the daemon's socket, and a buildctl that dials it. */
  private void assertBuildsThroughAContainer(TestDaemon daemon, Sample sample, String engine) throws Exception {
    String sockets = Path.of(daemon.address().substring("unix://".length())).getParent().toString();
    docker(
        "run", "-d", "--name", "box", "--network", "none", "--user", "0",
        "-v", sockets + ":/run/buildkit",
        "-v", SystemReport.find("buildctl").orElseThrow() + ":/bin/buildctl:ro",
        "--entrypoint", "/bin/sleep", "loaded:1", "300");
    try {
      Path out = folder.resolve("through");
      Tools.strake(
          Map.of("DOCKER_HOST", engine),
          "build", "--addr", "docker-container://box", "--build-context", "busybox=rootfs:busybox",
          "-o", out.toString(), sample.context().toString());
      assertThat(out.resolve("made")).hasContent("made\n");
    } finally {
      docker("rm", "-f", "box");
    }
  }

  private void assertRuns(String image) throws Exception {
    assertThat(docker("run", "--rm", "--network", "none", image)).isEqualTo(Sample.OUTPUT);
    assertThat(docker("inspect", "--format", "{{json .Config.Healthcheck}}", image))
        .isEqualTo("{\"Test\":[\"CMD-SHELL\",\"test -f /made\"],\"Interval\":30000000000}\n");
  }

  private String docker(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("-H", "unix://" + socket()));
    words.addAll(List.of(arguments));
    return Tools.run("docker", words.toArray(String[]::new));
  }

  private Path socket() {
    return folder.resolve("docker.sock");
  }
}
