package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** umoci takes our layout apart and puts it together again, runc runs what lies between, and we build on the result. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
class UmociIT {

  @TempDir Path folder;
  private TestDaemon daemon;
  private Sample sample;
  private Path bundle;

  @BeforeEach
  void unpack(TestDaemon shared) throws Exception {
    daemon = shared;
    sample = Sample.in(folder).archives(shared.address());
    bundle = folder.resolve("bundle");
    if (SystemReport.find("umoci").isPresent()) {
      Tools.run("umoci", "unpack", "--image", sample.layout() + ":1", bundle.toString());
    }
  }

  @Test
  @OtherSystem(name = "umoci", programs = "umoci")
  void itsRepackedImageIsABase() throws Exception {
    assertThat(Files.getAttribute(bundle.resolve("rootfs/made"), "unix:uid")).isEqualTo(1000);
    assertThat(Tools.run("umoci", "stat", "--image", sample.layout() + ":1"))
        .contains("HEALTHCHECK", "WORKDIR /work", "buildkit.dockerfile.v0");

    Files.writeString(bundle.resolve("rootfs/extra"), "repacked\n");
    Tools.run("umoci", "repack", "--image", sample.layout() + ":two", bundle.toString());
    Path context = Files.createDirectory(folder.resolve("on-top"));
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM base\nUSER root\nRUN cat /extra /made > /both\nFROM scratch\nCOPY --from=0 /both /\n");
    Tools.strake(
        "build", "--addr", daemon.address(), "--build-context", "base=oci-layout://" + sample.layout() + ":two",
        "-o", folder.resolve("out").toString(), context.toString());

    assertThat(folder.resolve("out/both")).hasContent("repacked\nmade\n");
  }

  @Test
  @OtherSystem(name = "OCI runtime specification: runc", programs = {"umoci", "runc"})
  void runcRunsTheBundle() throws Exception {
    Path config = bundle.resolve("config.json");
    String text = Files.readString(config);
    assertThat(text).containsPattern("\"terminal\":\\s*true").containsPattern("\"uid\":\\s*1000");
    Files.writeString(config, text.replaceFirst("\"terminal\":\\s*true", "\"terminal\": false"));

    assertThat(
            Tools.run(
                "runc", "--root", folder.resolve("runc").toString(), "run", "-b", bundle.toString(), "strake-bundle"))
        .isEqualTo(Sample.OUTPUT);
  }
}
