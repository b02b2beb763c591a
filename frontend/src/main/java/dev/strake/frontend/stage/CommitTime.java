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
    String zone = words.get(1);
    try {
      return GoInt.parseInt(words.getFirst(), 10, 64)
          .value()
          .map(seconds -> Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.of(zone)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
