package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.Option;
import dev.strake.bridge.daemon.Component;
import dev.strake.bridge.daemon.DaemonStatus;
import dev.strake.bridge.daemon.Installer;
import dev.strake.bridge.daemon.LocalDaemon;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** {@code strake daemon}: the daemon of Strake's own. */
final class DaemonCommands {

  private static final String PLACES =
      "State and sockets lie in /var/lib/strake and /run/strake; STRAKE_STATE_DIR and STRAKE_RUN_DIR choose others.";
  private static final Option TESTS = Option.flag("--tests", "What this project's tests need too: buildctl.");
  private static final Option QEMU = Option.flag("--qemu", "Emulators for other platforms too.");

  private final Session session;

  private DaemonCommands(Session session) {
    this.session = session;
  }

  static Command start(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("daemon start", "Starts a daemon of Strake's own, unless it runs.").withFooter(PLACES),
        new DaemonCommands(session)::start);
  }

  static Command status(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("daemon status", "Says how it is doing: exit code 0 where it runs, else 1.").withFooter(PLACES),
        new DaemonCommands(session)::status);
  }

  static Command stop(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("daemon stop", "Ends it and the steps that it still runs. The cache stays.").withFooter(PLACES),
        new DaemonCommands(session)::stop);
  }

  static Command logs(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("daemon logs", "Shows the logs of containerd and buildkitd.").withFooter(PLACES),
        new DaemonCommands(session)::logs);
  }

  static Command install(Session session) {
    return new SimpleCommand(
        CommandSyntax.of("daemon install", "Installs what it needs: containerd, runc, buildkitd.", TESTS, QEMU)
            .withFooter(PLACES),
        new DaemonCommands(session)::install);
  }

  private int start(Arguments none) throws HostFailure, InterruptedException {
    session.streams().out().println(daemon().ensureRunning(session::notice));
    return ExitCode.OK;
  }

  private int status(Arguments none) throws InterruptedException {
    LocalDaemon daemon = daemon();
    DaemonStatus status = daemon.status();
    PrintStream out = session.streams().out();
    out.println("address     " + status.address());
    out.println("state       " + daemon.directories().state());
    out.println("containerd  " + running(status.containerd()) + ", " + version(status, Component.CONTAINERD));
    out.println("buildkitd   " + running(status.buildkitd()) + ", " + version(status, Component.BUILDKITD));
    out.println("runc        " + version(status, Component.RUNC));
    if (status.answers()) {
      out.println("platforms   " + DaemonPlatforms.of(status.address()));
    }
    return status.answers() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int stop(Arguments none) throws IOException, InterruptedException {
    session.notice(daemon().stop() ? "stopped" : "the daemon does not run");
    return ExitCode.OK;
  }

  private int logs(Arguments none) throws IOException {
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

  private int install(Arguments arguments) throws HostFailure, IOException, InterruptedException {
    Installer installer = new Installer(session.host(), session::notice);
    if (arguments.has(TESTS)) {
      installer.installForTests();
    } else {
      installer.installDaemon();
    }
    if (arguments.has(QEMU)) {
      installer.installEmulators();
    }
    session.notice("everything is installed");
    return ExitCode.OK;
  }

  private LocalDaemon daemon() {
    return LocalDaemon.of(session.host());
  }

  private static String running(OptionalLong pid) {
    return pid.isPresent() ? "process " + pid.getAsLong() : "not running";
  }

  private static String version(DaemonStatus status, Component component) {
    return status.versions().getOrDefault(component, "missing: strake daemon install");
  }
}
