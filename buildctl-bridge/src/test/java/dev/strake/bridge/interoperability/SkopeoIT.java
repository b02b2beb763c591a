package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.TestRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** skopeo carries an image through every form and back. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
class SkopeoIT {

  @TempDir static Path shared;
  private static Sample sample;
  private static TestRegistry registry;

  @TempDir Path folder;

  @BeforeAll
  static void build(TestDaemon daemon) throws Exception {
    sample = Sample.in(shared).archives(daemon.address());
    registry = TestRegistry.start("", "");
  }

  @AfterAll
  static void stop() throws Exception {
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  @OtherSystem(name = "skopeo", programs = "skopeo")
  void theConfigurationStaysTheSame() throws Exception {
    String remote = "docker://" + registry.host() + "/sample:1";
    copy(
        "oci:" + sample.layout() + ":1",
        "oci-archive:" + folder.resolve("a.tar") + ":sample:1",
        remote,
        "oci:" + folder.resolve("back") + ":1");
    // Of Docker's types from here on, into which skopeo turns manifests only.
    copy(
        "oci:" + folder.resolve("back") + ":1",
        "docker-archive:" + folder.resolve("b.tar") + ":sample:1",
        "docker://" + registry.host() + "/sample:2");
    assertThat(configDigest("oci-archive:" + sample.oci())).isEqualTo(sample.configDigest());
    assertThat(configDigest("docker-archive:" + sample.docker())).isEqualTo(sample.configDigest());
    assertThat(skopeo("inspect", remote)).contains("\"dev.strake.sample\": \"yes\"", "\"GREETING=hello\"");

    skopeo("delete", remote);
    assertThat(Command.of("skopeo", "inspect", "--tls-verify=false", remote).run(line -> {})).isNotZero();
  }

  @Test
  @OtherSystem(
      name = "cri-o",
      programs = "skopeo",
      limits = "the distribution has no cri-o; its storage (containers-storage) takes and gives the image")
  void theStorageOfCrioTakesIt() throws Exception {
    String store = "containers-storage:[vfs@" + folder.resolve("root") + "+" + folder.resolve("run") + "]sample:1";

    Tools.run("skopeo", "copy", "oci-archive:" + sample.oci(), store);

    assertThat(configDigest(store)).isEqualTo(sample.configDigest());
    Tools.run("skopeo", "copy", store, "oci:" + folder.resolve("back") + ":1");
    assertThat(configDigest("oci:" + folder.resolve("back") + ":1")).isEqualTo(sample.configDigest());
  }

  private static void copy(String... way) throws Exception {
    for (int i = 1; i < way.length; i++) {
      Tools.run("skopeo", "copy", "--src-tls-verify=false", "--dest-tls-verify=false", way[i - 1], way[i]);
      assertThat(configDigest(way[i])).as(way[i]).isEqualTo(sample.configDigest());
    }
  }

  /** The digest of the configuration as it is stored, byte for byte. */
  private static String configDigest(String image) throws Exception {
    String pipe = "skopeo inspect --config --raw --tls-verify=false \"$0\" | sha256sum";
    return "sha256:" + Tools.run("sh", "-c", pipe, image).substring(0, 64);
  }

  private static String skopeo(String verb, String image) throws Exception {
    return Tools.run("skopeo", verb, "--tls-verify=false", image);
  }
}
