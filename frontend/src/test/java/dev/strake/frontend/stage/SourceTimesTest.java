package dev.strake.frontend.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTimesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsTheCommittersTimeInItsZone() {
    byte[] commit = bytes("tree 1\nauthor A <a@b> 1 +0000\ncommitter C <D> <c@d> 1700000000 +0130\n\ncommitter x");
    assertThat(CommitTime.of(commit)).map(Object::toString).contains("2023-11-14T23:43:20+01:30");
  }

  @Test
  void knowsNothingOfOtherObjects() {
    assertThat(CommitTime.of(bytes("tree 1\n\ncommitter A <a> 1 +0000"))).isEmpty();
    assertThat(CommitTime.of(bytes("committer A <a>"))).isEmpty();
  }

  @Test
  void readsZonesAsGitWritesThem() {
    assertThat(zoned("+0575")).contains("1970-01-01T06:15:01+06:15");
    assertThat(zoned("-0030")).contains("1969-12-31T23:30:01-00:30");
    assertThat(zoned("+0x30")).contains("1970-01-01T00:30:01+00:30");
    assertThat(List.of("+051800", "+01:00", "Z", "+01", "01000")).allSatisfy(zone -> assertThat(zoned(zone)).isEmpty());
  }

  private static Optional<String> zoned(String zone) {
    return CommitTime.of(bytes("committer A <a@b> 1 " + zone)).map(Object::toString);
  }
}
