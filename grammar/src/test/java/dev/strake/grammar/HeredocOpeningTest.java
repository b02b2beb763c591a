package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeredocOpeningTest {

  private static String show(HeredocOpening opening) {
    return opening.fileDescriptor()
        + (opening.chomp() ? "<<-" : "<<")
        + opening.name()
        + (opening.expand() ? "" : " raw");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      emptyValue = "",
      value = {
        "RUN <<EOF                  | 0<<EOF",
        "RUN <<-EOF                 | 0<<-EOF",
        "RUN 3<<EOF                 | 3<<EOF",
        "RUN x3<<EOF                | ",
        "RUN 99999999999<<EOF       | 2147483647<<EOF",
        "RUN << EOF > foo           | 0<<EOF",
        "RUN <<\t\tEOF              | 0<<EOF",
        "RUN <<'EOF'                | 0<<EOF raw",
        "RUN <<\"E F\"              | 0<<E F raw",
        "RUN <<E\"O\"F              | 0<<EOF raw",
        "RUN <<eo\\'f               | 0<<eo'f",
        "RUN <<'e'o\\'f             | 0<<eo'f raw",
        "RUN <<$EOF                 | 0<<$EOF",
        "RUN <<${EOF}               | 0<<${EOF}",
        "RUN <<A<<B                 | ",
        "RUN <<<A                   | ",
        "RUN \"<<A\"                | ",
        "RUN '<<A' <<B              | 0<<B",
        "RUN \\<<A                  | ",
        "RUN <<''                   | ",
        "RUN it's <<A               | ",
        "RUN \"a <<A                | ",
        "RUN ${x <<A                | ",
        "RUN ${:x} <<A              | ",
        "RUN ${x:#y} <<A            | ",
        "RUN ${x?y} <<A             | 0<<A",
        "RUN ${x//a/b} <<A          | 0<<A",
        "RUN ${x:-${y:-z}} <<A      | 0<<A",
        "RUN $(cat <<A) <<B         | 0<<A),0<<B",
        "RUN abc${x:-y}<<A          | ",
        "RUN <<${x:-a b}            | ",
        "RUN <<A\\ B                | 0<<A B",
        "COPY <<A <<-'B' /          | 0<<A,0<<-B raw",
      })
  void openingsInALine(String line, String expected) {
    String found =
        HeredocOpening.find(line).stream().map(HeredocOpeningTest::show).collect(Collectors.joining(","));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void oneWord() {
    assertThat(HeredocOpening.parse("<<EOF")).contains(new HeredocOpening("EOF", 0, true, false));
    assertThat(HeredocOpening.parse("/etc")).isEmpty();
    assertThat(HeredocOpening.parse("<<\"E")).isEmpty();
  }

  @Test
  void nestingHasAnEnd() {
    String line = "RUN " + "${a:-".repeat(1_000_000) + "}".repeat(1_000_000) + " <<A";
    assertThat(HeredocOpening.find(line)).isEmpty();
  }
}
