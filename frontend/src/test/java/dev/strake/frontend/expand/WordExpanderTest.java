package dev.strake.frontend.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.ExpandOption;
import dev.strake.grammar.shell.Expansion;
import dev.strake.grammar.shell.WordList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected texts are the reference's own answers. */
class WordExpanderTest {

  private static final WordExpander EXPANDER = WordExpander.of('\\');
  private static final Environment SHIP =
      new MapEnvironment(
          "SHIP", "bark",
          "EMPTY", "",
          "FILE", "hull.tar.gz",
          "PATHS", "/usr/bin:/bin",
          "LINES", "one\ntwo",
          "STAR", "a*b",
          "ANY", "[x]",
          "WIDE", "  a b  c ",
          "DEPTH", "7",
          "GREEK", "\u03b1\u03b2\u03b3\u03b1");

  /** Variables from a map. */
  private static final class MapEnvironment implements Environment {
    private final Map<String, String> values = new LinkedHashMap<>();

    MapEnvironment(String... pairs) {
      for (int i = 0; i < pairs.length; i += 2) {
        values.put(pairs[i], pairs[i + 1]);
      }
    }

    @Override
    public @Nullable String get(String name) {
      return values.get(name);
    }

    @Override
    public Collection<String> keys() {
      return values.keySet();
    }
  }

  record Case(String word, String expected) {}

  record Words(String word, List<String> expected) {}

  record WithOption(ExpandOption option, String word, String expected) {}

  static Stream<Case> values() {
    return Stream.of(
        new Case("plain", "plain"),
        new Case("", ""),
        new Case("$SHIP", "bark"),
        new Case("${SHIP}", "bark"),
        new Case("$SHIP-$DEPTH", "bark-7"),
        new Case("a${SHIP}b", "abarkb"),
        new Case("$UNSET", ""),
        new Case("${UNSET}", ""),
        new Case("$", "$"),
        new Case("a$", "a$"),
        new Case("$ ", "$ "),
        new Case("$%", "$%"),
        new Case("\\$SHIP", "$SHIP"),
        new Case("'$SHIP'", "$SHIP"),
        new Case("\"$SHIP\"", "bark"),
        new Case("\"\\$SHIP\"", "$SHIP"),
        new Case("\"a\\b\"", "a\\b"),
        new Case("\"a\\\\b\"", "a\\b"),
        new Case("a\\ b", "a b"),
        new Case("\\", ""),
        new Case("a\\", "a"),
        new Case("''", ""),
        new Case("\"\"", ""),
        new Case("\"it's\"", "it's"),
        new Case("'say \"x\"'", "say \"x\""),
        new Case("$SHIP_", ""),
        new Case("${SHIP}_", "bark_"),
        new Case("$1st", "st"),
        new Case("$10x", "x"),
        new Case("$@x", "x"),
        new Case("$$", ""),
        new Case("$#", ""),
        new Case("$?x", "x"),
        new Case("$-", ""),
        new Case("$!", ""),
        new Case("$*", ""),
        new Case("${@}", ""),
        new Case("\ufeffbom", "bom"),
        new Case("a\ufeffb", "a\ufeffb"),
        new Case("${UNSET:-word}", "word"),
        new Case("${EMPTY:-word}", "word"),
        new Case("${SHIP:-word}", "bark"),
        new Case("${UNSET-word}", "word"),
        new Case("${EMPTY-word}", ""),
        new Case("${UNSET:+word}", ""),
        new Case("${EMPTY:+word}", ""),
        new Case("${SHIP:+word}", "word"),
        new Case("${EMPTY+word}", "word"),
        new Case("${UNSET+word}", ""),
        new Case("${SHIP:?no}", "bark"),
        new Case("${SHIP?no}", "bark"),
        new Case("${EMPTY?no}", ""),
        new Case("${UNSET:-}", ""),
        new Case("${UNSET:-${SHIP}}", "bark"),
        new Case("${UNSET:-${EMPTY:-${DEPTH}}}", "7"),
        new Case("${UNSET:-'a}b'}", "a}b"),
        new Case("${UNSET:-\"a}b\"}", "a}b"),
        new Case("${UNSET:-a\\}b}", "a}b"),
        new Case("${UNSET:-$SHIP $DEPTH}", "bark 7"),
        new Case("${SHIP:+'$SHIP'}", "$SHIP"),
        new Case("${FILE#*.}", "tar.gz"),
        new Case("${FILE##*.}", "gz"),
        new Case("${FILE%.*}", "hull.tar"),
        new Case("${FILE%%.*}", "hull"),
        new Case("${FILE#h?ll}", ".tar.gz"),
        new Case("${FILE#x}", "hull.tar.gz"),
        new Case("${FILE%x}", "hull.tar.gz"),
        new Case("${FILE#}", "hull.tar.gz"),
        new Case("${FILE##}", "hull.tar.gz"),
        new Case("${FILE%%}", "hull.tar.gz"),
        new Case("${STAR#a\\*}", "b"),
        new Case("${STAR%\\*b}", "a"),
        new Case("${STAR#a\\?}", "a*b"),
        new Case("${ANY#[x]}", ""),
        new Case("${ANY%]}", "[x"),
        new Case("${LINES#*t}", "one\ntwo"),
        new Case("${LINES##*}", "\ntwo"),
        new Case("${LINES%%*}", "one\n"),
        new Case("${GREEK#?}", "\u03b2\u03b3\u03b1"),
        new Case("${GREEK%?}", "\u03b1\u03b2\u03b3"),
        new Case("${GREEK##*\u03b1}", ""),
        new Case("${FILE#$UNSET}", "hull.tar.gz"),
        new Case("${FILE#\"hull\"}", ".tar.gz"),
        new Case("${PATHS%:*}", "/usr/bin"),
        new Case("${UNSET#x}", ""),
        new Case("${PATHS/bin/sbin}", "/usr/sbin:/bin"),
        new Case("${PATHS//bin/sbin}", "/usr/sbin:/sbin"),
        new Case("${PATHS//:/ }", "/usr/bin /bin"),
        new Case("${PATHS/\\/usr/}", "/bin:/bin"),
        new Case("${FILE/t?r/zip}", "hull.zip.gz"),
        new Case("${FILE//[/x}", "hull.tar.gz"),
        new Case("${FILE//./}", "hulltargz"),
        new Case("${FILE/*/x}", "x"),
        new Case("${FILE//*/x}", "x"),
        new Case("${FILE//?/.}", "..........."),
        new Case("${FILE//l*z/L}", "huL"),
        new Case("${PATHS//b?n/<\\$0>}", "/usr/<\\bin>:/<\\bin>"),
        new Case("${PATHS/b?n/<\\$0>}", "/usr/<\\$0>:/bin"),
        new Case("${FILE//.//}", "hull/tar/gz"),
        new Case("${FILE/./\\}}", "hull\\}tar.gz"),
        new Case("${UNSET/a/b}", ""),
        new Case("${LINES//*/-}", "-\n-"),
        new Case("${GREEK//\u03b1/a}", "a\u03b2\u03b3a"),
        new Case("${FILE///x}", "xhxuxlxlx.xtxaxrx.xgxzx"),
        new Case("a<b", "a<b"),
        new Case("<<EOF", "<<EOF"),
        new Case("<< EOF", "<< EOF"),
        new Case("a << b", "a << b"),
        new Case("<", "<"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void expands(Case example) {
    Expansion expansion = EXPANDER.expand(example.word(), SHIP);
    assertThat(expansion.error()).isEmpty();
    assertThat(expansion.text()).isEqualTo(example.expected());
  }

  static Stream<Case> errors() {
    return Stream.of(
        new Case("${", "syntax error: missing '}'"),
        new Case("${FILE//}", "syntax error: missing '/' in ${}"),
        new Case("${}", "syntax error: bad substitution"),
        new Case("${{x}}", "syntax error: bad substitution"),
        new Case("${:x}", "syntax error: bad substitution"),
        new Case("${SHIP", "unsupported modifier (\ufffd) in substitution"),
        new Case("${SHIP:-", "syntax error: missing '}'"),
        new Case("${SHIP:-a", "syntax error: missing '}'"),
        new Case("${SHIP:x}", "unsupported modifier (:x) in substitution"),
        new Case("${SHIP!x}", "unsupported modifier (!) in substitution"),
        new Case("${SHIP:#x}", "unsupported modifier (:#) in substitution"),
        new Case("${SHIP:%x}", "unsupported modifier (:%) in substitution"),
        new Case("${SHIP:/a/b}", "unsupported modifier (:/) in substitution"),
        new Case("${SHIP@Q}", "unsupported modifier (@) in substitution"),
        new Case("${UNSET?}", "UNSET: is not allowed to be unset"),
        new Case("${UNSET?gone}", "UNSET: gone"),
        new Case("${EMPTY:?}", "EMPTY: is not allowed to be empty"),
        new Case("${EMPTY:?set it}", "EMPTY: set it"),
        new Case("${UNSET:?\"q\"}", "UNSET: q"),
        new Case("'a", "unexpected end of statement while looking for matching single-quote"),
        new Case("\"a", "unexpected end of statement while looking for matching double-quote"),
        new Case("${UNSET:-'a}", "syntax error: missing '}'"),
        new Case("${UNSET:-\"a}", "syntax error: missing '}'"),
        new Case("${SHIP/a", "syntax error: missing '/' in ${}"),
        new Case("${SHIP/a/b", "syntax error: missing '}'"),
        new Case("${FILE#\\x}", "invalid pattern (\\x) in substitution: invalid escape '\\x'"),
        new Case("${FILE%\\x}", "invalid pattern (\\x) in substitution: invalid escape '\\x'"),
        new Case("${FILE/\\x/y}", "invalid pattern (\\x) in substitution: invalid escape '\\x'"),
        new Case("${UNSET:-${SHIP:x}}", "unsupported modifier (:x) in substitution"),
        new Case("${UNSET:-${SHIP}", "syntax error: missing '}'"),
        new Case("${UNSET:-${SHIP:x} y", "unsupported modifier (:x) in substitution"),
        new Case("a\nb${", "syntax error: missing '}'"),
        new Case("${FILE#a\\}", "syntax error: missing '}'"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void refuses(Case example) {
    Expansion expansion = EXPANDER.expand(example.word(), SHIP);
    assertThat(expansion.error().orElseThrow())
        .startsWith("failed to process \"")
        .endsWith("\": " + example.expected());
    assertThat(expansion.text()).isEmpty();
  }

  static Stream<Words> words() {
    return Stream.of(
        new Words("a b", List.of("a", "b")),
        new Words("  a\tb  ", List.of("a", "b")),
        new Words("'a b' c", List.of("a b", "c")),
        new Words("\"a b\" c", List.of("a b", "c")),
        new Words("a\\ b c", List.of("a b", "c")),
        new Words("$WIDE", List.of("a", "b", "c")),
        new Words("\"$WIDE\"", List.of("  a b  c ")),
        new Words("x$WIDE", List.of("x", "a", "b", "c")),
        new Words("x${WIDE}y", List.of("x", "a", "b", "c", "y")),
        new Words("''", List.of()),
        new Words("a '' b", List.of("a", "b")),
        new Words("<< EOF x", List.of("<< EOF", "x")),
        new Words("<<EOF x", List.of("<<EOF", "x")),
        new Words("$UNSET", List.of()),
        new Words("a $UNSET b", List.of("a", "b")),
        new Words("${UNSET:-c d}", List.of("c", "d")),
        new Words("ab${UNSET:-c d}ef", List.of("c", "def")),
        new Words("ab\"${UNSET:-c d}\"ef", List.of("c def")),
        new Words("a\u00a0b", List.of("a", "b")),
        new Words("80 $DEPTH/tcp", List.of("80", "7/tcp")),
        new Words("${LINES}", List.of("one", "two")));
  }

  @ParameterizedTest
  @MethodSource("words")
  void splits(Words example) {
    WordList words = EXPANDER.expandWords(example.word(), SHIP);
    assertThat(words.error()).isEmpty();
    assertThat(words.words()).isEqualTo(example.expected());
  }

  static Stream<WithOption> options() {
    return Stream.of(
        new WithOption(ExpandOption.RAW_QUOTES, "'a' \"$SHIP\" b\\ c", "'a' \"bark\" b c"),
        new WithOption(ExpandOption.RAW_QUOTES, "\"\\$SHIP\"", "\"$SHIP\""),
        new WithOption(ExpandOption.RAW_ESCAPES, "a\\ b\\$SHIP \"\\$\\x\"", "a\\ b\\$SHIP \\$\\\\x"),
        new WithOption(ExpandOption.RAW_ESCAPES, "${UNSET:-a\\b}", "ab"),
        new WithOption(ExpandOption.LITERAL_QUOTES, "'$SHIP' \"${DEPTH}\" \\$SHIP it's", "'bark' \"7\" $SHIP it's"),
        new WithOption(ExpandOption.KEEP_UNSET, "$UNSET ${UNSET} ${UNSET:-a} ${UNSET#b} ${UNSET/c/d} $SHIP",
            "$UNSET ${UNSET} ${UNSET:-a} ${UNSET#b} ${UNSET/c/d} bark"),
        new WithOption(ExpandOption.KEEP_UNSET, "${UNSET:-${SHIP}} ${UNSET//a/$DEPTH}", "${UNSET:-bark} ${UNSET/a/7}"),
        new WithOption(ExpandOption.KEEP_UNSET, "${UNSET?x}", "${UNSET?x}"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void followsItsOptions(WithOption example) {
    Expansion expansion = WordExpander.of('\\', example.option()).expand(example.word(), SHIP);
    assertThat(expansion.text()).isEqualTo(example.expected());
  }

  @Test
  void escapesWithTheFilesOwnCharacter() {
    WordExpander expander = WordExpander.of('`');
    assertThat(expander.expand("`$SHIP C:\\$SHIP", SHIP).text()).isEqualTo("$SHIP C:\\bark");
  }

  @Test
  void tellsWhichVariablesItUsed() {
    Expansion expansion = EXPANDER.expand("$SHIP ${GONE:-${EMPTY}} $GONE '$DEPTH'", SHIP);
    assertThat(expansion.matched()).containsExactly("SHIP", "EMPTY");
    assertThat(expansion.unmatched()).containsExactly("GONE");
  }

  @Test
  void tellsThemUpToTheFailure() {
    Expansion expansion = EXPANDER.expand("$GONE ${SHIP:x} $LATER", SHIP);
    assertThat(expansion.error())
        .hasValue("failed to process \"$GONE ${SHIP:x} $LATER\": unsupported modifier (:x) in substitution");
    assertThat(expansion.unmatched()).containsExactly("GONE");
  }

  @Test
  void doesNotNestOnTheStack() {
    int depth = 100_000;
    String word = "${GONE:-".repeat(depth) + "x" + "}".repeat(depth);
    assertThat(EXPANDER.expand(word, SHIP).text()).isEqualTo("x");
    assertThat(EXPANDER.expand("${GONE:-".repeat(depth), SHIP).error().orElseThrow())
        .endsWith("syntax error: missing '}'");
  }

  @Test
  void limitsTheDepth() {
    assertThat(EXPANDER.expand("${GONE:-".repeat(1_000_001), SHIP).error().orElseThrow())
        .endsWith("nested more than 1000000 levels deep");
  }

  @Test
  void matchesPatternsInLinearTime() {
    Environment many = new MapEnvironment("A", "a".repeat(20_000));
    assertThat(EXPANDER.expand("${A//" + "*a".repeat(20) + "b/x}", many).text()).hasSize(20_000);
  }

  @Test
  void aWordThatGrowsOverTheLimitIsRefused() {
    String text = "x".repeat(1 << 20);
    WordExpander expander = WordExpander.of('\\');
    Environment environment =
        new Environment() {
          @Override
          public String get(String name) {
            return text;
          }

          @Override
          public Collection<String> keys() {
            return List.of();
          }
        };

    assertThat(expander.expand("$a$a$a$a", environment).text()).hasSize(4 << 20);
    assertThat(expander.expand("$a$a$a${a}$a", environment).error().orElseThrow())
        .isEqualTo("failed to process \"$a$a$a${a}$a\": the text is longer than 4194304 characters");
    assertThat(expander.expand("${a//x/" + "y".repeat(8) + "}", environment).error()).isPresent();
  }
}
