package dev.strake.bridge.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of what a run has shown what is another each time, or a matter of the machine: ids are numbered, times are
 * told from the first one on, the folder is gone from paths.
 */
final class PlainRun {

  /** Of builds and sessions. */
  private static final Pattern ID = Pattern.compile("\\b[a-z0-9]{25}\\b");

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{4,9}Z");
  private static final Pattern LOG_TIME = Pattern.compile("time=\"[^\"]*\"|\"time\":\"[^\"]*\"");
  private static final Pattern DURATION = Pattern.compile("(\"client_duration_ms\":)\\d+");
  private static final Pattern TEMPORARY_NAME = Pattern.compile("(\\.tmp-metadata|\\.fsverity-check-)\\d+");

  /** Whose call it was, for who measures the reference. */
  private static final Pattern SPAN = Pattern.compile(" spanID=\\w+ traceID=\\w+|,\"(?:spanID|traceID)\":\"\\w+\"");

  /** When a blob was last read, which a file system may keep or not. */
  private static final Pattern READ_TIME = Pattern.compile("  updated_at \\{\n(?:    .*\n)*  \\}\n");

  /** What containerd's store says of a file system. */
  private static final Pattern FILE_SYSTEM = Pattern.compile(".*failed check for fsverity.*\\n");

  /** The places in the program where an error has passed. */
  private static final Pattern STACK =
      Pattern.compile("  details \\{\n    type_url: \"github.com/moby/buildkit/stack.Stack\\+json\"\n    .*\n  \\}\n");

  /** Between fields of a message, where Go puts one space or two, which is another with each build of a program. */
  private static final Pattern FIELD_SPACE = Pattern.compile("(?<=[\"}0-9a-z])  (?=\\w+:)");

  /** The same, as they are shown. */
  private static final Pattern STACK_LINES = Pattern.compile("(?s)(error: [^\n]*\n).+\\z");

  /** A description in the help, which is in words of our own. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?m)^(   (?:-\\S|[a-z][a-z-]+)[^\n]*?  )[^ \n][^\n]*?( \\(default: [^\n]*\\))?$");

  private final String folder;
  private final Map<String, String> ids = new HashMap<>();

  PlainRun(Path folder) {
    this.folder = folder.toString();
  }

  String of(String text) {
    String placed = text.replace(folder + "/", "").replace(folder, ".");
    String timed = fromFirst(LOG_TIME.matcher(placed).replaceAll("TIME"));
    String plain = DURATION.matcher(timed).replaceAll("$1N");
    plain = TEMPORARY_NAME.matcher(plain).replaceAll("$1N");
    plain = SPAN.matcher(plain).replaceAll("");
    plain = READ_TIME.matcher(plain).replaceAll("");
    plain = FILE_SYSTEM.matcher(plain).replaceAll("");
    plain = STACK.matcher(plain).replaceAll("");
    plain = FIELD_SPACE.matcher(plain).replaceAll(" ");
    plain = DESCRIPTION.matcher(plain).replaceAll("$1...$2");
    return replace(ID, plain, id -> ids.computeIfAbsent(id.group(), key -> "ID" + ids.size()));
  }

  /**
   * The lines of a log and of a display that run beside each other, sorted; of the places in the program where an error
   * has passed, only that there are some.
   */
  static String inAnyOrder(String text) {
    return STACK_LINES.matcher(text).replaceAll("$1at ...\n").lines().sorted().collect(Collectors.joining("\n"));
  }

  private static String fromFirst(String text) {
    Matcher first = TIME.matcher(text);
    if (!first.find()) {
      return text;
    }
    Instant start = Instant.parse(first.group());
    return replace(TIME, text, time -> "T+" + Duration.between(start, Instant.parse(time.group())));
  }

  private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
  }
}
