package dev.strake.frontend.stage;

import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoStrings;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads when a git commit was committed. */
final class CommitTime {

  private static final String HEADER = "committer ";

  private CommitTime() {}

  /** The committer's time in a commit object, in the committer's own zone; absent where it cannot be read. */
  static Optional<OffsetDateTime> of(byte[] commit) {
    for (String line : new String(commit, StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.startsWith(HEADER)) {
        return time(line);
      }
    }
    return Optional.empty();
  }

  /** The seconds and the zone behind the name and the address. */
  private static Optional<OffsetDateTime> time(String line) {
    List<String> words = GoStrings.fields(line.substring(line.lastIndexOf('>') + 1));
    if (words.size() < 2) {
      return Optional.empty();
    }
    try {
      Optional<Instant> time = GoInt.parseInt(words.getFirst(), 10, 64).value().map(Instant::ofEpochSecond);
      return time.flatMap(instant -> zone(words.get(1)).map(instant::atOffset));
    } catch (DateTimeException e) {
      return Optional.empty(); // Beyond the years that are written, or beyond the 18 hours that a zone may have here.
    }
  }

  /** A sign and four digits. Minutes may be more than 59, and what are no digits count as none. */
  private static Optional<ZoneOffset> zone(String word) {
    if (word.length() != 5 || word.charAt(0) != '+' && word.charAt(0) != '-') {
      return Optional.empty();
    }
    int seconds = number(word.substring(1, 3)) * 3600 + number(word.substring(3)) * 60;
    return Optional.of(ZoneOffset.ofTotalSeconds(word.charAt(0) == '-' ? -seconds : seconds));
  }

  private static int number(String digits) {
    return GoInt.parseInt(digits, 10, 64).value().map(Long::intValue).orElse(0);
  }
}
