package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds crictl, which shows what Kubernetes sees of a containerd, by Go: few distributions have it. */
final class CrictlInstaller {

  private static final String PROGRAM = "crictl";
  private static final String MODULE = "sigs.k8s.io/cri-tools/cmd/crictl@v1.37.0";

  private final Host host;
  private final Consumer<String> notices;

  CrictlInstaller(Host host, Consumer<String> notices) {
    this.host = host;
    this.notices = notices;
  }

  /** Puts it into {@code bin}, unless it is installed; without Go nothing is done. */
  void install(Path bin) throws IOException, InterruptedException, HostFailure {
    Optional<Path> go = BuildkitInstaller.goToolchain(host);
    if (host.program(PROGRAM, List.of(bin)).isPresent() || go.isEmpty()) {
      return;
    }
    notices.accept("building " + PROGRAM + " with " + go.get() + " (a minute)");
    Command build =
        Command.of(go.get().toString(), "install", "-trimpath", MODULE)
            .with(Map.of("GOBIN", bin.toString(), "CGO_ENABLED", "0", "GOFLAGS", ""));
    List<String> lines = new ArrayList<>();
    int exitCode = build.run(lines::add);
    if (exitCode != 0) {
      throw new HostFailure(DaemonDiagnostics.commandFailed(build.toString(), exitCode, lines));
    }
  }
}
