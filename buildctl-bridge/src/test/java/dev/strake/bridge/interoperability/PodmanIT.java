package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** podman and buildah, with a store of their own. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
class PodmanIT {

  private static final String SHORT = "sample:1";
  private static final String HEALTH = "{{.HealthCheck}}";

  @TempDir static Path shared;
  private static Sample sample;

  @TempDir Path store;

  @BeforeAll
  static void build(TestDaemon daemon) throws Exception {
    sample = Sample.in(shared).archives(daemon.address());
  }

  @Test
  @OtherSystem(name = "podman", programs = "podman")
  void archivesAreLoadedAndRun() throws Exception {
    for (Path archive : List.of(sample.oci(), sample.docker())) {
      assertThat(podman("load", "-i", archive.toString())).contains("Loaded image: " + Sample.NAME);
      assertThat(podman("image", "inspect", "--format", "{{.Id}}", Sample.NAME).strip())
          .isEqualTo(sample.configDigest().substring("sha256:".length()));
      // This machine may not raise limits, which podman does unless it is told others.
      assertThat(
              podman(
                  "run", "--rm", "--network", "none", "--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024",
                  Sample.NAME))
          .isEqualTo(Sample.OUTPUT);
      podman("rmi", "-f", Sample.NAME);
    }
  }

  /** podman knows no health check in an image of OCI's types: an archive of Docker's keeps it. */
  @Test
  @OtherSystem(name = "podman", programs = "podman")
  void theHealthCheckIsKept(TestDaemon daemon) throws Exception {
    podman("pull", "-q", "docker-archive:" + sample.docker());
    assertThat(podman("image", "inspect", "--format", HEALTH, SHORT)).contains("[CMD-SHELL test -f /made] ", "30s");
    podman("rmi", "-f", SHORT);

    Path archive = store.resolve("types.tar");
    sample.build(daemon.address(), "-t", "sample:1", "-o", "type=docker,oci-mediatypes=false,dest=" + archive);
    podman("load", "-i", archive.toString());
    assertThat(podman("image", "inspect", "--format", HEALTH, SHORT)).contains("[CMD-SHELL test -f /made] ", "30s");
  }

  /** The container has the daemon's socket, and a buildctl that dials it. */
  @Test
  @OtherSystem(name = "podman", programs = {"podman", "buildctl"})
  void aBuildGoesThroughAContainer(TestDaemon daemon) throws Exception {
    podman("load", "-i", sample.docker().toString());
    Path sockets = Path.of(daemon.address().substring("unix://".length())).getParent();
    podman(
        "run", "-d", "--name", "box", "--network", "none", "--user", "0",
        "--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024",
        "-v", sockets + ":/run/buildkit",
        "-v", SystemReport.find("buildctl").orElseThrow() + ":/bin/buildctl:ro",
        "--entrypoint", "/bin/sleep", Sample.NAME, "300");
    try {
      Path settings =
          Files.writeString(
              store.resolve("storage.conf"),
              "[storage]\ndriver = \"vfs\"\ngraphroot = \"%1$s/root\"\nrunroot = \"%1$s/run\"\n".formatted(store));
      Tools.strake(
          Map.of("CONTAINERS_STORAGE_CONF", settings.toString()),
          "build", "--addr", "podman-container://box", "--build-context", "busybox=rootfs:busybox",
          "-o", store.resolve("out").toString(), sample.context().toString());
      assertThat(store.resolve("out/made")).hasContent("made\n");
    } finally {
      podman("rm", "-f", "-t", "0", "box");
    }
  }

  @Test
  @OtherSystem(name = "buildah", programs = "buildah")
  void aContainerBeginsFromEachOfOurFiles() throws Exception {
    for (String source :
        List.of(
            "oci-archive:" + sample.oci(), "docker-archive:" + sample.docker(), "oci:" + sample.layout() + ":1")) {
      String container = buildah("from", "-q", source).lines().reduce((first, last) -> last).orElseThrow().strip();
      assertThat(buildah("run", "--isolation", "chroot", container, "--", "/bin/sh", "-c", "cat /made; id -u"))
          .as(source)
          .isEqualTo("made\n1000\n");
      assertThat(buildah("config", "--label", "more=yes", container)).isEmpty();
      buildah("commit", "-q", container, "oci:" + store.resolve("committed") + ":1");
      assertThat(Tools.run("skopeo", "inspect", "oci:" + store.resolve("committed") + ":1"))
          .contains("\"more\": \"yes\"", "\"dev.strake.sample\": \"yes\"");
      buildah("rm", container);
    }
  }

  private String podman(String... arguments) throws Exception {
    return run("podman", List.of("--cgroup-manager", "cgroupfs"), arguments);
  }

  private String buildah(String... arguments) throws Exception {
    return run("buildah", List.of(), arguments);
  }

  private String run(String program, List<String> more, String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--root", store.resolve("root").toString(), "--runroot", store.resolve("run").toString()));
    words.addAll(List.of("--storage-driver", "vfs"));
    words.addAll(more);
    words.addAll(List.of(arguments));
    return Tools.run(program, words.toArray(String[]::new));
  }
}
