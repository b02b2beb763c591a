package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.ImageLayout;
import dev.strake.bridge.testing.StrakeProcess;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Stock clients, ours, and the frontends of both sides: one image comes of all of them. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(180)
@OtherSystem(name = "BuildKit: stock buildctl, buildkitd", programs = "buildctl")
class StockBuildkitIT {

  @TempDir Path folder;

  @Test
  void everyPairOfClientAndFrontendGivesTheSameImage(TestDaemon daemon) throws Exception {
    Sample sample = Sample.in(folder);
    List<String> stock = new ArrayList<>(List.of(SystemReport.find("buildctl").orElseThrow().toString()));
    List<String> ours = StrakeProcess.command("buildctl");
    Set<String> digests = new LinkedHashSet<>();
    digests.add(built("stock", stock, daemon, sample));
    digests.add(built("ours", ours, daemon, sample));
    for (String frontend : List.of("strake", "dockerfile.v0")) {
      Path layout = folder.resolve(frontend);
      sample.build(
          daemon.address(), "--frontend", frontend, "--opt", "build-arg:SOURCE_DATE_EPOCH=1",
          "-o", "type=oci,tar=false,rewrite-timestamp=true,dest=" + layout);
      digests.add(new ImageLayout(layout).digest());
    }
    assertThat(digests).hasSize(1);
  }

  private String built(String name, List<String> buildctl, TestDaemon daemon, Sample sample) throws Exception {
    Path layout = folder.resolve(name);
    Path base = new BusyboxRootfs(Host.current(), line -> {}).prepare();
    List<String> words = new ArrayList<>(buildctl);
    words.addAll(
        List.of(
            "--addr", daemon.address(), "build", "--progress", "plain", "--frontend", "dockerfile.v0",
            "--local", "context=" + sample.context(), "--local", "dockerfile=" + sample.context(),
            "--local", "busybox=" + base, "--opt", "context:busybox=local:busybox",
            "--opt", "build-arg:SOURCE_DATE_EPOCH=1",
            "--output", "type=oci,tar=false,rewrite-timestamp=true,dest=" + layout));
    Tools.run(Command.of(words));
    return new ImageLayout(layout).digest();
  }
}
