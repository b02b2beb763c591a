package dev.strake.frontend.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cleaned ignore pattern, compiled to an automaton that reads a path once, whatever the pattern.
 *
 * <p>BuildKit writes patterns as regular expressions, character by character, and so it is their syntax that decides
 * what odd patterns mean: a {@code *} between brackets, a {@code ^} in the middle.
 */
final class PathPattern {

  /** One step of the automaton: the characters it takes, and whether it may be left out or taken again. */
  private record Step(CharacterSet set, boolean optional, boolean repeated) {}

  /** A set of code points. */
  @FunctionalInterface
  private interface CharacterSet {
    boolean contains(int codePoint);
  }

  private static final CharacterSet DOT = c -> c != '\n';
  private static final CharacterSet NOTHING = c -> false;
  /** Any number of folders, as BuildKit writes {@code **}. */
  private static final String FOLDERS = "(.*/)?";

  private static final int FOLDER_STEPS = 3;

  private final List<Step> steps = new ArrayList<>();
  // Steps at which "(.*/)?" begins: the whole of it can be left out.
  private final BitSet folders = new BitSet();
  // Steps that can be passed in front of the path's first character only.
  private final BitSet anchors = new BitSet();

  private PathPattern() {}

  /** The automaton for a cleaned pattern; absent where the regular expression would be malformed. */
  static Optional<PathPattern> compile(String pattern) {
    PathPattern compiled = new PathPattern();
    return new Reader(expression(pattern), compiled).read() ? Optional.of(compiled) : Optional.empty();
  }

  /** Whether the path matches. */
  boolean matches(String path) {
    return run(path, false);
  }

  /** Whether the path or one of its parent folders matches. */
  boolean matchesPathOrParent(String path) {
    return run(path, true);
  }

  private boolean run(String path, boolean parentsToo) {
    int accepting = steps.size();
    BitSet current = new BitSet(accepting + 1);
    BitSet next = new BitSet(accepting + 1);
    current.set(0);
    close(current, true);
    for (int i = 0; i < path.length(); ) {
      int c = path.codePointAt(i);
      if (parentsToo && c == '/' && current.get(accepting)) {
        return true;
      }
      next.clear();
      for (int at = current.nextSetBit(0); at >= 0 && at < accepting; at = current.nextSetBit(at + 1)) {
        Step step = steps.get(at);
        if (step.set.contains(c)) {
          next.set(step.repeated ? at : at + 1);
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      close(next, false);
      BitSet swap = current;
      current = next;
      next = swap;
      i += Character.charCount(c);
    }
    return current.get(accepting);
  }

  /** Adds the steps that can be reached without a character; all of them are further on. */
  private void close(BitSet states, boolean atStart) {
    for (int at = states.nextSetBit(0); at >= 0 && at < steps.size(); at = states.nextSetBit(at + 1)) {
      if (steps.get(at).optional || (atStart && anchors.get(at))) {
        states.set(at + 1);
      }
      if (folders.get(at)) {
        states.set(at + FOLDER_STEPS);
      }
    }
  }

  /** The pattern as the regular expression that BuildKit makes of it, without the anchors. */
  private static String expression(String pattern) {
    StringBuilder regex = new StringBuilder(pattern.length() * 2);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && pattern.startsWith("**", i)) {
        i += pattern.startsWith("/", i + 2) ? 2 : 1;
        regex.append(i + 1 == pattern.length() ? ".*" : FOLDERS);
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (".+()|{}$".indexOf(c) >= 0) {
        regex.append('\\').append(c);
      } else if (c == '\\') {
        i++;
        regex.append('\\').append(i < pattern.length() ? String.valueOf(pattern.charAt(i)) : "");
      } else {
        regex.append(c);
      }
    }
    return regex.toString();
  }

  /** Reads the few forms that such a regular expression can hold. */
  private static final class Reader {
    private final String regex;
    private final PathPattern target;
    private int at;

    Reader(String regex, PathPattern target) {
      this.regex = regex;
      this.target = target;
    }

    boolean read() {
      while (at < regex.length()) {
        boolean anchor = regex.charAt(at) == '^';
        boolean read = regex.startsWith(FOLDERS, at) ? readFolders() : anchor ? readAnchor() : readStep();
        if (!read) {
          return false;
        }
      }
      return true;
    }

    private boolean readFolders() {
      at += FOLDERS.length();
      target.folders.set(target.steps.size());
      target.steps.add(new Step(NOTHING, true, false));
      target.steps.add(new Step(DOT, true, true));
      target.steps.add(new Step(c -> c == '/', false, false));
      return true;
    }

    private boolean readAnchor() {
      at++;
      target.anchors.set(target.steps.size());
      target.steps.add(new Step(NOTHING, false, false));
      return true;
    }

    private boolean readStep() {
      CharacterSet set = readSet();
      if (set == null) {
        return false;
      }
      boolean starred = at < regex.length() && regex.charAt(at) == '*';
      at += starred ? 1 : 0;
      target.steps.add(new Step(set, starred, starred));
      return true;
    }

    private @Nullable CharacterSet readSet() {
      int c = regex.codePointAt(at);
      at += Character.charCount(c);
      return switch (c) {
        case '.' -> DOT;
        case '\\' -> readEscape();
        case '[' -> readClass();
        default -> literal(c);
      };
    }

    private @Nullable CharacterSet readEscape() {
      if (at == regex.length()) {
        return null;
      }
      int c = regex.codePointAt(at);
      at += Character.charCount(c);
      return escape(c);
    }

    private static @Nullable CharacterSet escape(int c) {
      CharacterSet digit = d -> d >= '0' && d <= '9';
      CharacterSet word = w -> w == '_' || (w < 0x80 && Character.isLetterOrDigit(w));
      CharacterSet space = s -> s == ' ' || s == '\t' || s == '\n' || s == '\f' || s == '\r';
      return switch (c) {
        case 'd' -> digit;
        case 'D' -> other -> !digit.contains(other);
        case 'w' -> word;
        case 'W' -> other -> !word.contains(other);
        case 's' -> space;
        case 'S' -> other -> !space.contains(other);
        case 'a' -> literal(7);
        case 'f' -> literal('\f');
        case 'n' -> literal('\n');
        case 'r' -> literal('\r');
        case 't' -> literal('\t');
        case 'v' -> literal(11);
        default -> c < 0x80 && !Character.isLetterOrDigit(c) ? literal(c) : null;
      };
    }

    private @Nullable CharacterSet readClass() {
      boolean negated = at < regex.length() && regex.charAt(at) == '^';
      at += negated ? 1 : 0;
      List<CharacterSet> sets = new ArrayList<>();
      for (boolean first = true; ; first = false) {
        if (at >= regex.length()) {
          return null;
        }
        if (regex.charAt(at) == ']' && !first) {
          at++;
          return c -> sets.stream().anyMatch(set -> set.contains(c)) != negated;
        }
        CharacterSet set = readRange();
        if (set == null) {
          return null;
        }
        sets.add(set);
      }
    }

    private @Nullable CharacterSet readRange() {
      boolean escaped = regex.charAt(at) == '\\';
      int low = regex.codePointAt(at);
      CharacterSet single = escaped ? readEscapeAt() : literalAt();
      boolean range = at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
      if (single == null || !range) {
        return single;
      }
      low = escaped ? regex.codePointBefore(at) : low;
      at++;
      at += regex.charAt(at) == '\\' && at + 1 < regex.length() ? 1 : 0;
      int high = regex.codePointAt(at);
      at += Character.charCount(high);
      int from = low;
      return from <= high ? c -> from <= c && c <= high : null;
    }

    private @Nullable CharacterSet readEscapeAt() {
      at++;
      return readEscape();
    }

    private CharacterSet literalAt() {
      int c = regex.codePointAt(at);
      at += Character.charCount(c);
      return literal(c);
    }

    private static CharacterSet literal(int expected) {
      return c -> c == expected;
    }
  }
}
