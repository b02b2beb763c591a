package dev.strake.frontend.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.context.Tables;
import dev.strake.frontend.pattern.PatternMatcher.Match;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PatternMatcherTest {

  @Test
  void matchesWhatTheReferenceMatches() throws IOException {
    for (String[] row : Tables.read(PatternMatcherTest.class, "patterns.txt")) {
      assertThat(matches(List.of(row[0].split(";", -1)), row[1])).as("%s on %s", row[0], row[1]).isEqualTo(row[2]);
    }
  }

  private static String matches(List<String> patterns, String path) {
    try {
      return Boolean.toString(PatternMatcher.of(patterns).matches(path));
    } catch (IllegalArgumentException malformed) {
      return "error: " + malformed.getMessage();
    }
  }

  @Test
  void aWalkKnowsWhatTheParentsMatched() {
    PatternMatcher matcher = PatternMatcher.of(List.of("a", "!a/b", "**/*.o"));
    Match a = matcher.match("a", matcher.root());
    Match ab = matcher.match("a/b", a);
    assertThat(a.matched()).isTrue();
    assertThat(ab.matched()).isFalse();
    assertThat(matcher.match("a/c", a).matched()).isTrue();
    assertThat(matcher.match("a/b/x.o", ab).matched()).isTrue();
    assertThat(matcher.match("a/b/x.c", ab).matched()).isFalse();
    assertThat(matcher.hasExclusions()).isTrue();
  }

  @Test
  void noPatternTakesLong() {
    String pattern = "**/*a*".repeat(500) + "b";
    String path = "a/".repeat(500) + "a";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(PatternMatcher.of(List.of(pattern)).matches(path)).isFalse());
  }
}
