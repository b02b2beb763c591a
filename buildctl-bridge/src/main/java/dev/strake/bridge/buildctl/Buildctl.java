package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandRunner;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ExitException;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ProgramVersion;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.trace.CommandTrace;
import dev.strake.llb.go.GoQuote;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** The program {@code buildctl}: its commands, and how it ends. */
public final class Buildctl {

  /** The release of BuildKit whose {@code buildctl} this stands in for. */
  private static final String COMPATIBLE_WITH = "v0.32.2";

  private static final String NAME = "buildctl";
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
      CommandTrace trace = new CommandTrace(session.host().environment(), NAME, strakeVersion);
      int exitCode = run(words, trace);
      // What there is to read is read before anybody waits for who takes the trace.
      flush();
      trace.end();
      return exitCode;
    } catch (ExitException e) {
      // Leaves no trace: the reference ends at once.
      err.println(e.getMessage());
      return e.code();
    } catch (IllegalArgumentException e) {
      return fail(e);
    } finally {
      flush();
    }
  }

  private int run(List<String> words, CommandTrace trace) {
    try {
      runner(session.streams().out(), new Connector(session, trace), before(words, trace)).run(words);
      return 0;
    } catch (ExitException e) {
      throw e;
    } catch (Exception e) {
      trace.fail(Failures.reason(e));
      return fail(e);
    }
  }

  private int fail(Exception failure) {
    new Failures(session.streams().err(), debug).print(failure);
    return FAILED;
  }

  private void flush() {
    session.streams().out().flush();
    session.streams().err().flush();
  }

  private BiConsumer<String, FlagValues> before(List<String> words, CommandTrace trace) {
    return (command, flags) -> {
      takeGlobalFlags(flags);
      if (!command.isEmpty() && !command.equals(CompletionAction.NAME)) {
        trace.begin(command, words);
      }
    };
  }

  /** The help of the program and of each of its commands, one below the other. */
  public String help() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Connector nowhere = new Connector(session, CommandTrace.none());
    runner(new PrintStream(text, true, StandardCharsets.UTF_8), nowhere, (command, flags) -> {}).printAllHelp();
    return text.toString(StandardCharsets.UTF_8);
  }

  private CommandRunner runner(PrintStream out, Connector connector, BiConsumer<String, FlagValues> before) {
    String line = NAME + " dev.strake/buildctl-bridge " + COMPATIBLE_WITH + " strake-" + strakeVersion;
    ProgramVersion version = new ProgramVersion(COMPATIBLE_WITH, line);
    return new CommandRunner(root(connector), version, out, session.streams().err(), before);
  }

  private CommandSpec root(Connector connector) {
    return CommandSpec.group(
        NAME,
        "build utility",
        Connector.flags(session.host().environment()),
        List.of(
            DiskUsageAction.spec(session, connector),
            PruneAction.spec(session, connector),
            HistoryActions.pruneSpec(session, connector),
            BuildAction.spec(session, connector),
            DebugCommands.spec(session, connector),
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
