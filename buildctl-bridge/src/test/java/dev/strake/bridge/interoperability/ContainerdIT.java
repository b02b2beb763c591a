package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.Json;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.StrakeProcess;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A containerd as Kubernetes has it, with a buildkitd in Kubernetes' namespace. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
class ContainerdIT {

  private static final String SETTINGS =
      """
      version = 2
      root = "%1$s/root"
      state = "%1$s/state"
      [grpc]
        address = "%1$s/c.sock"
      [plugins."io.containerd.grpc.v1.cri".containerd]
        snapshotter = "native"
      [plugins."io.containerd.grpc.v1.cri".cni]
        bin_dir = "%1$s/none"
        conf_dir = "%1$s/none"
      """;

  @TempDir static Path node;
  private static Service containerd;
  private static SideDaemon buildkitd;

  @TempDir Path folder;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    Path settings = Files.writeString(node.resolve("containerd.toml"), SETTINGS.formatted(node));
    containerd =
        Service.start(
            List.of("containerd", "--config", settings.toString()), node.resolve("c.sock"), node.resolve("log"));
    buildkitd =
        SideDaemon.start(
            beside,
            List.of(
                "--containerd-worker-addr=" + node.resolve("c.sock"), "--containerd-worker-namespace=k8s.io"),
            Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    if (buildkitd != null) {
      buildkitd.close();
    }
    if (containerd != null) {
      containerd.close();
    }
  }

  @Test
  @OtherSystem(name = "containerd: ctr", programs = "ctr")
  void anImageInKubernetesNamespaceIsWholeAndRuns() throws Exception {
    Path metadata = folder.resolve("metadata.json");
    Sample.in(folder)
        .build(
            buildkitd.address(),
            "-o", "type=image,unpack=true,name=" + Sample.NAME,
            "--metadata-file", metadata.toString());

    String digest = Json.read(Files.readAllBytes(metadata)).text("containerimage.digest");
    assertThat(lineOf(ctr("images", "ls"), Sample.NAME)).contains(digest);
    assertThat(lineOf(ctr("images", "check", "--snapshotter", "native"), Sample.NAME))
        .contains(digest, "complete")
        .endsWith("true");
    assertThat(ctr("run", "--rm", "--snapshotter", "native", Sample.NAME, "direct")).isEqualTo(Sample.OUTPUT);
  }

  @Test
  @OtherSystem(name = "containerd: ctr", programs = "ctr")
  void archivesAreImported() throws Exception {
    Sample sample = Sample.in(folder).archives(buildkitd.address());
    for (Path archive : List.of(sample.oci(), sample.docker())) {
      ctr("images", "rm", Sample.NAME);
      ctr("images", "import", "--snapshotter", "native", archive.toString());
      assertThat(ctr("run", "--rm", "--snapshotter", "native", Sample.NAME, "imported"))
          .as("%s", archive)
          .isEqualTo(Sample.OUTPUT);
    }
  }

  @Test
  @OtherSystem(name = "Kubernetes' CRI: crictl", programs = "crictl")
  void kubernetesSeesTheImage() throws Exception {
    Path metadata = folder.resolve("metadata.json");
    String name = "registry.example/team/seen:3";
    Sample.in(folder)
        .build(
            buildkitd.address(), "-o", "type=image,unpack=true,name=" + name, "--metadata-file", metadata.toString());

    String socket = containerd.address();
    String images =
        Tools.run(
            "crictl", "--runtime-endpoint", socket, "--image-endpoint", socket, "images", "-o", "json");
    Json listed = Json.read(images.substring(images.indexOf('{')).getBytes(StandardCharsets.UTF_8));
    String config = Json.read(Files.readAllBytes(metadata)).text("containerimage.config.digest");
    assertThat(listed.list("images"))
        .filteredOn(image -> image.texts("repoTags").contains(name))
        .extracting(image -> image.text("id"))
        .containsExactly(config);
  }

  /** What it asks of a {@code buildctl} on its PATH: the worker's labels, then one of two builds. */
  @Test
  @OtherSystem(
      name = "nerdctl",
      programs = "ctr",
      limits =
          "neither the distribution nor the Go module proxy gives nerdctl; our buildctl takes its command lines, and"
              + " its containerd the results")
  void ourBuildctlTakesItsCommandLines() throws Exception {
    Sample sample = Sample.in(folder);
    assertThat(Tools.run(buildctl("debug", "workers", "--format", "{{json .}}")))
        .contains("\"org.mobyproject.buildkit.worker.containerd.namespace\":\"k8s.io\"")
        .contains("\"org.mobyproject.buildkit.worker.executor\":\"containerd\"");

    Tools.run(build(sample, "type=image,unpack=true,name=docker.io/library/nerd:1"));
    assertThat(ctr("run", "--rm", "--snapshotter", "native", "docker.io/library/nerd:1", "shared"))
        .isEqualTo(Sample.OUTPUT);

    String pipe =
        build(sample, "type=docker,name=docker.io/library/nerd:2") + " | "
            + Tools.command("ctr", "-a", socket(), "-n", "k8s.io", "images", "import", "--snapshotter", "native", "-");
    Tools.run("sh", "-c", pipe);
    assertThat(ctr("run", "--rm", "--snapshotter", "native", "docker.io/library/nerd:2", "loaded"))
        .isEqualTo(Sample.OUTPUT);
  }

  private static Command build(Sample sample, String output) throws Exception {
    Path context = sample.context();
    Path base = new BusyboxRootfs(Host.current(), line -> {}).prepare();
    return buildctl(
        "build", "--progress=plain", "--frontend=dockerfile.v0", "--local=context=" + context, "--output=" + output,
        "--local=busybox=" + base, "--opt=context:busybox=local:busybox", "--local=dockerfile=" + context,
        "--opt=filename=Dockerfile");
  }

  private static Command buildctl(String... arguments) {
    List<String> words = new ArrayList<>(List.of("buildctl", "--addr=" + buildkitd.address()));
    words.addAll(List.of(arguments));
    return Command.of(StrakeProcess.command(words.toArray(String[]::new)));
  }

  private static String ctr(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("-a", socket(), "-n", "k8s.io"));
    words.addAll(List.of(arguments));
    return Tools.run("ctr", words.toArray(String[]::new));
  }

  private static String socket() {
    return node.resolve("c.sock").toString();
  }

  private static String lineOf(String table, String name) {
    return table.lines().filter(line -> line.startsWith(name + " ")).findFirst().orElse("").stripTrailing();
  }
}
