package dev.strake.bridge.cli;

import dev.strake.bridge.daemon.Component;
import dev.strake.bridge.daemon.DaemonDiagnostics;
import dev.strake.bridge.daemon.DaemonStatus;
import dev.strake.bridge.daemon.Installer;
import dev.strake.bridge.daemon.LocalDaemon;
import dev.strake.bridge.daemon.ServiceFiles;
import dev.strake.bridge.daemon.Toolbox;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code strake daemon}: the daemon of Strake's own. */
@Command(
    name = "daemon",
    mixinStandardHelpOptions = true,
    description = "Runs a containerd and a buildkitd of Strake's own.",
    footer = {
      "",
      "State and sockets lie in /var/lib/strake and /run/strake; STRAKE_STATE_DIR and STRAKE_RUN_DIR choose others."
    })
final class DaemonCommand implements Runnable {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  DaemonCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }

  @Command(mixinStandardHelpOptions = true, description = "Starts it, unless it runs.")
  int start() throws HostFailure, InterruptedException {
    if (!session.host().root()) {
      throw new HostFailure(DaemonDiagnostics.needsRoot());
    }
    session.streams().out().println(daemon().ensureRunning(session::notice));
    return ExitCode.OK;
  }

  @Command(mixinStandardHelpOptions = true, description = "Says whether it runs: exit code 0 if so, else 1.")
  int status() throws InterruptedException {
    LocalDaemon daemon = daemon();
    DaemonStatus status = daemon.status();
    PrintStream out = session.streams().out();
    out.println("address     " + status.address());
    out.println("state       " + daemon.directories().state());
    out.println("containerd  " + running(status.containerd()) + version(status, Component.CONTAINERD));
    out.println("buildkitd   " + running(status.buildkitd()) + version(status, Component.BUILDKITD));
    out.println("runc        " + version(status, Component.RUNC).strip());
    if (status.answers()) {
      out.println("platforms   " + DaemonPlatforms.of(status.address()));
    }
    return status.answers() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Command(mixinStandardHelpOptions = true, description = "Ends it, and the steps that it still runs. The cache stays.")
  int stop() throws IOException, InterruptedException {
    session.notice(daemon().stop() ? "stopped" : "the daemon does not run");
    return ExitCode.OK;
  }

  @Command(mixinStandardHelpOptions = true, description = "Shows the logs of containerd and buildkitd.")
  int logs() throws IOException {
    for (String program : List.of("containerd", "buildkitd")) {
      Path log = daemon().directories().log(program);
      if (Files.exists(log)) {
        session.streams().out().println("==> " + log);
        session.streams().out().flush();
        Files.copy(log, session.streams().out());
      }
    }
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Installs containerd, runc and buildkitd where they are missing.")
  int install(
      @Option(names = "--tests", description = "What this project's tests need too: buildctl.") boolean tests,
      @Option(names = "--qemu", description = "Emulators for other platforms too.") boolean qemu)
      throws HostFailure, IOException, InterruptedException {
    Installer installer = new Installer(session.host(), session::notice);
    if (tests) {
      installer.installForTests();
    } else {
      installer.installDaemon();
    }
    if (qemu) {
      installer.installEmulators();
    }
    session.notice("everything is installed");
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes systemd's units for a buildkitd over the machine's containerd.")
  int units(@Parameters(paramLabel = "FOLDER", description = "Where to write them.") String folder)
      throws IOException {
    return write(ServiceFiles.UNITS, folder);
  }

  @Command(mixinStandardHelpOptions = true, description = "Writes Kubernetes' manifests for buildkitd.")
  int manifests(@Parameters(paramLabel = "FOLDER", description = "Where to write them.") String folder)
      throws IOException {
    return write(ServiceFiles.MANIFESTS, folder);
  }

  private int write(ServiceFiles files, String folder) throws IOException {
    files
        .write(session.folder().resolve(folder), Toolbox.of(session.host()))
        .forEach(session.streams().out()::println);
    return ExitCode.OK;
  }

  private LocalDaemon daemon() {
    return LocalDaemon.of(session.host());
  }

  private static String running(OptionalLong pid) {
    return pid.isPresent() ? "running, process " + pid.getAsLong() : "not running";
  }

  private static String version(DaemonStatus status, Component component) {
    return "  " + status.versions().getOrDefault(component, "(missing: strake daemon install)");
  }
}
