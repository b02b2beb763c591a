package dev.strake.frontend.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set of code points, as regular expressions of Go's name them. */
@FunctionalInterface
interface CharacterSet {

  /** All but a line's end. */
  CharacterSet ANY = c -> c != '\n';

  CharacterSet DIGIT = range('0', '9');
  CharacterSet UPPER = range('A', 'Z');
  CharacterSet LOWER = range('a', 'z');
  CharacterSet ALPHA = UPPER.or(LOWER);
  CharacterSet WORD = ALPHA.or(DIGIT).or(only('_'));

  /** What {@code \s} is; the class of the name {@code space} has the vertical tab, too. */
  CharacterSet SPACE = c -> c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';

  CharacterSet HEX_DIGIT = DIGIT.or(range('A', 'F')).or(range('a', 'f'));

  /** The sets that have a name between {@code [:} and {@code :]}. */
  Map<String, CharacterSet> NAMED =
      Map.ofEntries(
          Map.entry("alnum", ALPHA.or(DIGIT)),
          Map.entry("alpha", ALPHA),
          Map.entry("ascii", range(0, 0x7f)),
          Map.entry("blank", c -> c == '\t' || c == ' '),
          Map.entry("cntrl", range(0, 0x1f).or(only(0x7f))),
          Map.entry("digit", DIGIT),
          Map.entry("graph", range('!', '~')),
          Map.entry("lower", LOWER),
          Map.entry("print", range(' ', '~')),
          Map.entry("punct", c -> c > ' ' && c < 0x7f && !ALPHA.or(DIGIT).contains(c)),
          Map.entry("space", SPACE.or(only(0x0b))),
          Map.entry("upper", UPPER),
          Map.entry("word", WORD),
          Map.entry("xdigit", HEX_DIGIT));

  boolean contains(int codePoint);

  default CharacterSet or(CharacterSet other) {
    return c -> contains(c) || other.contains(c);
  }

  default CharacterSet negated() {
    return c -> !contains(c);
  }

  static CharacterSet only(int expected) {
    return c -> c == expected;
  }

  static CharacterSet anyOf(List<CharacterSet> sets) {
    CharacterSet[] all = sets.toArray(CharacterSet[]::new);
    return c -> {
      for (CharacterSet set : all) {
        if (set.contains(c)) {
          return true;
        }
      }
      return false;
    };
  }

  /** From {@code low} to {@code high}, both inclusive. */
  static CharacterSet range(int low, int high) {
    return c -> low <= c && c <= high;
  }

  /** The set of an escape such as {@code \d}; absent where the letter stands for none. */
  static Optional<CharacterSet> ofEscape(int letter) {
    return switch (letter) {
      case 'd' -> Optional.of(DIGIT);
      case 'D' -> Optional.of(DIGIT.negated());
      case 'w' -> Optional.of(WORD);
      case 'W' -> Optional.of(WORD.negated());
      case 's' -> Optional.of(SPACE);
      case 'S' -> Optional.of(SPACE.negated());
      default -> Optional.empty();
    };
  }
}
