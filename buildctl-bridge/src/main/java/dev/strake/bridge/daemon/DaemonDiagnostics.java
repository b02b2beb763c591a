package dev.strake.bridge.daemon;

import dev.strake.grammar.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say about daemons, one factory method each. */
public final class DaemonDiagnostics {

  private DaemonDiagnostics() {}

  public static Diagnostic unreachable(String reason) {
    return Diagnostic.error("daemon-unreachable", reason)
        .withHelp(
            "check that a daemon listens there; without --addr and BUILDKIT_HOST, Strake starts one of its own");
  }

  public static Diagnostic noneAnswers() {
    return Diagnostic.error("daemon-none", "no BuildKit daemon answers")
        .withHelp("leave --no-start out, or name a daemon with --addr or BUILDKIT_HOST");
  }

  /** Many a reason shows the address. */
  public static Diagnostic unknownAddress(String address, String reason) {
    return Diagnostic.error("daemon-address", reason.contains(address) ? reason : address + ": " + reason)
        .withHelp("write it as unix:///path/to/buildkitd.sock or tcp://host:port");
  }

  public static Diagnostic missing(List<Component> components) {
    String names = components.stream().map(Component::program).collect(Collectors.joining(", "));
    return Diagnostic.error(
            "daemon-missing", "no BuildKit daemon answers, and to start one these are missing: " + names)
        .withHelp("install them, as root: strake daemon install");
  }

  public static Diagnostic needsRoot() {
    return Diagnostic.error("daemon-needs-root", "no BuildKit daemon answers, and starting one needs root")
        .withHelp("run `sudo strake daemon start`, or name a running daemon with --addr or BUILDKIT_HOST");
  }

  public static Diagnostic installNeedsRoot(String command) {
    return Diagnostic.error("install-needs-root", "installing needs root: " + command)
        .withHelp("run the same command with sudo");
  }

  public static Diagnostic noPackageManager(List<Component> components) {
    String names = components.stream().map(Component::program).collect(Collectors.joining(", "));
    return Diagnostic.error("no-package-manager", "none of apt-get, dnf and apk is here to install " + names)
        .withHelp("install " + names + " by hand, so that they are on the PATH");
  }

  public static Diagnostic commandFailed(String command, int exitCode, List<String> tail) {
    return Diagnostic.error(
            "install-failed", command + ": exit code " + exitCode + quoted(tail))
        .withHelp("run it by hand to see more");
  }

  public static Diagnostic buildkitUnavailable(String reason) {
    return Diagnostic.error("buildkitd-unavailable", "buildkitd could neither be built nor fetched: " + reason)
        .withHelp("install Go " + BuildkitInstaller.GO_VERSION + " or newer, or put a buildkitd on the PATH");
  }

  public static Diagnostic didNotStart(String program, Path log, List<String> tail) {
    return Diagnostic.error("daemon-start", program + " did not start" + quoted(tail))
        .withHelp("its whole log is in " + log);
  }

  public static Diagnostic socketPathTooLong(Path socket, int limit) {
    return Diagnostic.error(
            "socket-path", "a socket's path has at most " + limit + " bytes, and this one is longer: " + socket)
        .withHelp("set STRAKE_RUN_DIR to a folder with a short name");
  }

  public static Diagnostic folderNotWritable(String folderAndReason) {
    return Diagnostic.error("daemon-folder", "cannot write to " + folderAndReason)
        .withHelp("set STRAKE_STATE_DIR and STRAKE_RUN_DIR to folders of yours");
  }

  private static String quoted(List<String> tail) {
    return tail.stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }
}
