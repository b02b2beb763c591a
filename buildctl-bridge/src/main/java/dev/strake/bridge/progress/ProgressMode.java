package dev.strake.bridge.progress;

import dev.strake.bridge.host.Host;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to show a build. */
public enum ProgressMode {
  /** A table on a terminal, lines elsewhere. */
  AUTO,
  TTY,
  PLAIN,
  /** Each message of the daemon as a line of JSON. */
  RAWJSON,
  QUIET;

  /** The name of the mode that is asked for: what the user's variable says where nothing else is said. */
  public static String asked(String given, Host host) {
    String auto = AUTO.toString();
    String name = given.equals(auto) ? host.variable("BUILDKIT_PROGRESS").orElse(given) : given;
    return name.isEmpty() ? auto : name;
  }

  /** The mode of this name, in lower case. */
  public static Optional<ProgressMode> of(String name) {
    return Stream.of(values()).filter(mode -> mode.toString().equals(name)).findFirst();
  }

  /**
   * A display.
   *
   * @param terminal whether a person looks at {@code out}
   */
  public ProgressDisplay open(PrintStream out, boolean terminal, Host host) {
    return switch (this) {
      case AUTO -> terminal ? live(out, host) : plain(out, host);
      case TTY -> live(out, host);
      case PLAIN -> plain(out, host);
      case RAWJSON -> new RawJsonDisplay(out);
      case QUIET -> new QuietDisplay(out);
    };
  }

  private static ProgressDisplay plain(PrintStream out, Host host) {
    boolean cut = host.variable("PROGRESS_NO_TRUNC").filter("0"::equals).isPresent();
    return new PlainDisplay(out, cut ? PlainDisplay.SHORT_NAMES : Integer.MAX_VALUE, DisplayRate.of(host));
  }

  private static ProgressDisplay live(PrintStream out, Host host) {
    return new LiveDisplay(out, Terminal.ofProcess(), DisplaySettings.of(host));
  }

  /** The name by which it is asked for. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
