package dev.strake.bridge.daemon;

import dev.strake.bridge.emulation.BinfmtMisc;
import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.PackageManager;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Installs what a daemon needs and this machine lacks. Says each step before it is done. */
public final class Installer {

  private static final int TAIL_LINES = 8;

  /** The tests build for these, beside the machine's own. */
  private static final List<String> TEST_PLATFORMS =
      List.of("linux/amd64", "linux/arm64", "linux/arm/v7", "linux/riscv64", "linux/s390x", "linux/ppc64le");

  private final Host host;
  private final Toolbox toolbox;
  private final DaemonDirectories directories;
  private final Consumer<String> notices;

  public Installer(Host host, Consumer<String> notices) {
    this.host = host;
    this.toolbox = Toolbox.of(host);
    this.directories = DaemonDirectories.of(host);
    this.notices = notices;
  }

  /** Installs the missing ones of containerd, runc and buildkitd. */
  public void installDaemon() throws HostFailure, IOException, InterruptedException {
    List<Component> missing = toolbox.missing();
    List<String> packages = missing.stream().flatMap(component -> DaemonPackages.of(component).stream()).toList();
    if (!packages.isEmpty()) {
      PackageManager manager =
          PackageManager.of(host)
              .orElseThrow(() -> new HostFailure(DaemonDiagnostics.noPackageManager(missing)));
      installPackages(manager, packages);
    }
    if (missing.contains(Component.BUILDKITD)) {
      new BuildkitInstaller(host, notices).install(directories.bin());
    }
  }

  /**
   * Installs what a whole test run needs: the daemon, buildctl to compare with, a registry, the tools around BuildKit,
   * a terminal to look at, and emulators and root file systems of other machines.
   */
  public void installForTests() throws HostFailure, IOException, InterruptedException {
    installDaemon();
    PackageManager manager =
        PackageManager.of(host).orElseThrow(() -> new HostFailure(DaemonDiagnostics.noPackageManager(List.of())));
    List<String> missing =
        DaemonPackages.testPrograms(manager).entrySet().stream()
            .filter(entry -> host.program(entry.getKey()).isEmpty())
            .map(Map.Entry::getValue)
            .toList();
    if (!missing.isEmpty()) {
      installPackages(manager, missing);
    }
    if (host.program("buildctl", List.of(directories.bin())).isEmpty()) {
      new BuildkitInstaller(host, notices).install(directories.bin());
    }
    new CrictlInstaller(host, notices).install(directories.bin());
    installEmulators();
    BusyboxRootfs busybox = new BusyboxRootfs(host, notices);
    for (String platform : TEST_PLATFORMS) {
      busybox.prepare(Platforms.parse(platform, Platforms.local()));
    }
  }

  /** Installs emulators for other architectures and has the kernel use them. */
  public void installEmulators() throws HostFailure, IOException, InterruptedException {
    PackageManager manager =
        PackageManager.of(host).orElseThrow(() -> new HostFailure(DaemonDiagnostics.noPackageManager(List.of())));
    if (host.program(DaemonPackages.emulatorProgram(manager)).isEmpty()) {
      installPackages(manager, DaemonPackages.emulators(manager));
    }
    BinfmtMisc binfmt = BinfmtMisc.ofSystem();
    if (!binfmt.mounted()) {
      run(binfmt.mountCommand());
    }
    List<String> added = binfmt.registerQemu();
    notices.accept(added.isEmpty() ? "all emulators were registered already" : "registered " + String.join(", ", added));
  }

  private void installPackages(PackageManager manager, List<String> packages)
      throws HostFailure, IOException, InterruptedException {
    Command install = manager.installCommand(packages);
    if (!host.root()) {
      throw new HostFailure(DaemonDiagnostics.installNeedsRoot(install.toString()));
    }
    run(manager.refreshCommand());
    run(install);
  }

  private void run(Command command) throws HostFailure, IOException, InterruptedException {
    notices.accept(command.toString());
    List<String> lines = new ArrayList<>();
    int exitCode = command.with(Map.of("DEBIAN_FRONTEND", "noninteractive")).run(lines::add);
    if (exitCode != 0) {
      List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      throw new HostFailure(DaemonDiagnostics.commandFailed(command.toString(), exitCode, tail));
    }
  }
}
