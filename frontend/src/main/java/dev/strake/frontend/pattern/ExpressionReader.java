package dev.strake.frontend.pattern;

import dev.strake.frontend.pattern.Step.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the regular expressions that patterns become: Go's syntax, but for groups, which no pattern gives. */
final class ExpressionReader {

  /** What ends the reading: the expression is malformed. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static final int LONGEST_OCTAL = 3;
  private static final int OCTAL = 8;
  private static final int HEX = 16;
  private static final int NO_ELEMENT = -1;

  private static final Pattern COUNT = Pattern.compile("\\{(0|[1-9][0-9]*)(,(?:0|[1-9][0-9]*)?)?\\}");

  /** What Go takes for too much. */
  private static final int MOST_REPEATS = 1000;

  private static final int MOST_STEPS = 3_355_443;

  private final String regex;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private int at;

  /** Where the last element's steps begin; there is none at the begin of an alternative. */
  private int element = NO_ELEMENT;

  /** Whether the last element is repeated already: once more would be malformed. */
  private boolean repeated;

  ExpressionReader(String regex) {
    this.regex = regex;
  }

  /** The pattern; absent where the expression is malformed. */
  Optional<PathPattern> read() {
    try {
      while (at < regex.length()) {
        readOne();
      }
      steps.add(new Step.Accept());
      return Optional.of(new PathPattern(steps, starts));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private void readOne() throws Malformed {
    Optional<Count> count = readCount();
    if (count.isPresent()) {
      repeat(count.get());
    } else if (take("|")) {
      steps.add(new Step.Accept());
      starts.add(steps.size());
      element = NO_ELEMENT;
      repeated = false;
    } else if (take("\\Q")) {
      readLiterals();
    } else {
      element = steps.size();
      repeated = readElement();
    }
  }

  /** Reads what takes one character, any number of them, or none at a certain place; true where it is repeated. */
  private boolean readElement() throws Malformed {
    if (take(PathPattern.FOLDERS)) {
      steps.add(new Step.Fork(2));
      steps.add(new Step.Repeat(CharacterSet.ANY));
      steps.add(new Step.Take(CharacterSet.only('/')));
      return true;
    }
    if (take("^") || take("\\A")) {
      steps.add(new Step.Check(Assertion.BEGIN));
    } else if (take("$") || take("\\z")) {
      steps.add(new Step.Check(Assertion.END));
    } else if (take("\\b")) {
      steps.add(new Step.Check(Assertion.WORD_BOUNDARY));
    } else if (take("\\B")) {
      steps.add(new Step.Check(Assertion.NO_WORD_BOUNDARY));
    } else {
      CharacterSet set = readSet();
      boolean starred = take("*");
      steps.add(starred ? new Step.Repeat(set) : new Step.Take(set));
      return starred;
    }
    return false;
  }

  /** How often an element is to be there; {@code most} is less than 0 where there is no end. */
  private record Count(int least, int most) {}

  /** Such as <code>{2}</code>, <code>{2,}</code> or <code>{2,3}</code>; what looks otherwise stands for itself. */
  private Optional<Count> readCount() throws Malformed {
    Matcher matcher = COUNT.matcher(regex).region(at, regex.length());
    if (regex.charAt(at) != '{' || !matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    int least = number(matcher.group(1));
    String end = matcher.group(2);
    int most = end == null ? least : end.equals(",") ? -1 : number(end.substring(1));
    if (most >= 0 && least > most) {
      throw new Malformed();
    }
    return Optional.of(new Count(least, most));
  }

  private static int number(String digits) throws Malformed {
    if (digits.length() > Integer.toString(MOST_REPEATS).length() || Integer.parseInt(digits) > MOST_REPEATS) {
      throw new Malformed();
    }
    return Integer.parseInt(digits);
  }

  private void repeat(Count count) throws Malformed {
    if (element == NO_ELEMENT || repeated) {
      throw new Malformed();
    }
    List<Step> once = List.copyOf(steps.subList(element, steps.size()));
    boolean endless = count.most < 0;
    int times = Math.max(1, endless ? count.least : count.most);
    if (steps.size() + (long) once.size() * times > MOST_STEPS) {
      throw new Malformed();
    }
    steps.subList(element, steps.size()).clear();
    for (int i = 0; i < count.least; i++) {
      steps.addAll(once);
    }
    for (int i = count.least; i < count.most; i++) {
      steps.add(new Step.Fork(once.size()));
      steps.addAll(once);
    }
    if (endless && once.getFirst() instanceof Step.Take(CharacterSet set)) {
      steps.add(new Step.Repeat(set));
    }
    repeated = true;
  }

  /** Up to {@code \E} or the end all is meant as it is. */
  private void readLiterals() throws Malformed {
    int end = regex.indexOf("\\E", at);
    int last = end < 0 ? regex.length() : end;
    while (at < last) {
      element = steps.size();
      steps.add(new Step.Take(CharacterSet.only(next())));
    }
    repeated = false;
    take("\\E");
  }

  private CharacterSet readSet() throws Malformed {
    if (take(".")) {
      return CharacterSet.ANY;
    }
    if (take("[")) {
      return readClass();
    }
    Optional<CharacterSet> several = readNamedEscape();
    return several.isPresent() ? several.get() : CharacterSet.only(readCharacter());
  }

  private CharacterSet readClass() throws Malformed {
    boolean negated = take("^");
    List<CharacterSet> members = new ArrayList<>();
    for (boolean first = true; first || !take("]"); first = false) {
      members.add(readMember());
    }
    CharacterSet all = members.size() == 1 ? members.getFirst() : CharacterSet.anyOf(members);
    return negated ? all.negated() : all;
  }

  /** What may stand between brackets: a class of a name, an escape for several characters, a range, a character. */
  private CharacterSet readMember() throws Malformed {
    int end = regex.startsWith("[:", at) ? regex.indexOf(":]", at + 2) : -1;
    if (end >= 0) {
      String name = regex.substring(at + 2, end);
      at = end + 2;
      boolean negated = name.startsWith("^");
      CharacterSet named = CharacterSet.NAMED.get(negated ? name.substring(1) : name);
      if (named == null) {
        throw new Malformed();
      }
      return negated ? named.negated() : named;
    }
    Optional<CharacterSet> several = readNamedEscape();
    if (several.isPresent()) {
      return several.get();
    }
    int low = readCharacter();
    if (!regex.startsWith("-", at) || at + 1 >= regex.length() || regex.charAt(at + 1) == ']') {
      return CharacterSet.only(low);
    }
    at++;
    int high = readCharacter();
    if (high < low) {
      throw new Malformed();
    }
    return CharacterSet.range(low, high);
  }

  /** An escape that stands for several characters; absent where there is none. */
  private Optional<CharacterSet> readNamedEscape() throws Malformed {
    if (take("\\p")) {
      return Optional.of(readCategory());
    }
    if (take("\\P")) {
      return Optional.of(readCategory().negated());
    }
    if (regex.startsWith("\\", at) && at + 1 < regex.length()) {
      Optional<CharacterSet> set = CharacterSet.ofEscape(regex.codePointAt(at + 1));
      at += set.isPresent() ? 2 : 0;
      return set;
    }
    return Optional.empty();
  }

  private CharacterSet readCategory() throws Malformed {
    int c = next();
    String name = Character.toString(c);
    if (c == '{') {
      int end = regex.indexOf('}', at);
      if (end < 0) {
        throw new Malformed();
      }
      name = regex.substring(at, end);
      at = end + 1;
    }
    boolean negated = name.startsWith("^");
    CharacterSet set = UnicodeSets.of(negated ? name.substring(1) : name).orElseThrow(Malformed::new);
    return negated ? set.negated() : set;
  }

  private int readCharacter() throws Malformed {
    return take("\\") ? readEscape() : next();
  }

  private int readEscape() throws Malformed {
    int c = next();
    return switch (c) {
      case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(c);
      case 'x' -> take("{") ? readHex() : hexDigit() * HEX + hexDigit();
      case 'a' -> 0x07;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> {
        if (c >= 0x80 || Character.isLetterOrDigit(c)) {
          throw new Malformed();
        }
        yield c;
      }
    };
  }

  private int readOctal(int first) throws Malformed {
    int value = first - '0';
    int length = 1;
    while (length < LONGEST_OCTAL && at < regex.length() && isOctal(regex.charAt(at))) {
      value = value * OCTAL + regex.charAt(at) - '0';
      at++;
      length++;
    }
    if (length == 1 && first != '0') {
      throw new Malformed();
    }
    return value;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  /** Any number of digits up to a brace. */
  private int readHex() throws Malformed {
    int value = hexDigit();
    while (!take("}")) {
      value = value * HEX + hexDigit();
      if (value > Character.MAX_CODE_POINT) {
        throw new Malformed();
      }
    }
    return value;
  }

  private int hexDigit() throws Malformed {
    int c = next();
    if (!CharacterSet.HEX_DIGIT.contains(c)) {
      throw new Malformed();
    }
    return Character.digit(c, HEX);
  }

  private int next() throws Malformed {
    if (at >= regex.length()) {
      throw new Malformed();
    }
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean take(String text) {
    boolean there = regex.startsWith(text, at);
    at += there ? text.length() : 0;
    return there;
  }
}
