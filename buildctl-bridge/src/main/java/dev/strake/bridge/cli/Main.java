package dev.strake.bridge.cli;

import dev.strake.bridge.buildctl.Buildctl;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import java.nio.file.Path;
import java.util.List;

/**
 * The program: reads the command line, runs a command, and ends with its exit code.
 *
 * <p>Names nothing of what reads strake's own command line: calls as buildctl need not load it.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ShutdownGuard guard = new ShutdownGuard();
    Session session = new Session(Host.current(), Streams.ofProcess(), Path.of("").toAbsolutePath(), guard);
    int exitCode = run(session, args);
    session.streams().out().flush();
    session.streams().err().flush();
    guard.exit(exitCode);
  }

  /** Runs a command to its end, and returns the exit code. */
  public static int run(Session session, String... args) {
    if (args.length > 0 && args[0].equals(Program.BUILDCTL)) {
      return buildctl(session, List.of(args).subList(1, args.length));
    }
    if (args.length == 1 && args[0].equals("--version")) {
      // What is asked most often, by programs: not worth reading all the commands.
      session.streams().out().println("strake " + Release.NUMBER);
      return 0;
    }
    return strake(session, args);
  }

  private static int strake(Session session, String... args) {
    if (!List.of(args).contains(Program.DEBUG)) {
      silenceLibraries();
    }
    return new Program(session).run(args);
  }

  /** Its command line is Go's, which picocli does not read. */
  private static int buildctl(Session session, List<String> words) {
    silenceLibraries();
    return new Buildctl(session, Release.NUMBER).run(words);
  }

  /**
   * What the libraries log is not for users: what matters comes as an error. The JDK's log makes an object of this
   * class when something is first logged, instead of reading its configuration: so there are no handlers.
   */
  private static void silenceLibraries() {
    System.setProperty("java.util.logging.config.class", NoLogging.class.getName());
  }

  /** Configures nothing. */
  public static final class NoLogging {}
}
