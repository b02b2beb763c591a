package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandRunner;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ExitException;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ProgramVersion;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.GoQuote;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program {@code buildctl}: its commands, and how it ends. */
public final class Buildctl {

  /** The release of BuildKit whose {@code buildctl} this stands in for. */
  private static final String COMPATIBLE_WITH = "v0.32.2";

  private static final int FAILED = 1;

  private final Session session;
  private final String strakeVersion;
  private boolean debug;

  /** @param strakeVersion what {@code --version} tells beside the release that this stands in for */
  public Buildctl(Session session, String strakeVersion) {
    this.session = session;
    this.strakeVersion = strakeVersion;
  }

  /** Runs a command and returns the exit code. */
  public int run(List<String> words) {
    PrintStream err = session.streams().err();
    try {
      runner(session.streams().out()).run(words);
      return 0;
    } catch (ExitException e) {
      err.println(e.getMessage());
      return e.code();
    } catch (Exception e) {
      new Failures(err, debug).print(e);
      return FAILED;
    } finally {
      session.streams().out().flush();
      err.flush();
    }
  }

  /** The help of the program and of each of its commands, one below the other. */
  public String help() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    runner(new PrintStream(text, true, StandardCharsets.UTF_8)).printAllHelp();
    return text.toString(StandardCharsets.UTF_8);
  }

  private CommandRunner runner(PrintStream out) {
    String line = "buildctl dev.strake/buildctl-bridge " + COMPATIBLE_WITH + " strake-" + strakeVersion;
    ProgramVersion version = new ProgramVersion(COMPATIBLE_WITH, line);
    return new CommandRunner(root(), version, out, session.streams().err(), this::takeGlobalFlags);
  }

  private CommandSpec root() {
    return CommandSpec.group(
        "buildctl",
        "build utility",
        Connector.flags(session.host().environment()),
        List.of(
            DiskUsageAction.spec(session),
            PruneAction.spec(session),
            HistoryActions.pruneSpec(session),
            BuildAction.spec(session),
            DebugCommands.spec(session),
            DialStdioAction.spec(session),
            CompletionAction.spec(session)));
  }

  private void takeGlobalFlags(FlagValues flags) {
    debug = flags.on("debug");
    String format = flags.text("log-format");
    if (!format.isEmpty() && !format.equals("text") && !format.equals("json")) {
      throw new CommandException("unsupported log type " + GoQuote.quote(format));
    }
  }
}
