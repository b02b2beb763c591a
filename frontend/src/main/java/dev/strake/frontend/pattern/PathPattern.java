package dev.strake.frontend.pattern;

import dev.strake.frontend.pattern.Step.Assertion;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One cleaned ignore pattern, compiled to an automaton that reads a path once, whatever the pattern.
 *
 * <p>BuildKit writes patterns as regular expressions, character by character, and so it is their syntax that decides
 * what odd patterns mean: a {@code *} between brackets, a {@code ^} in the middle, a letter behind a backslash.
 */
final class PathPattern {

  /** Any number of folders, as BuildKit writes {@code **}. */
  static final String FOLDERS = "(.*/)?";

  /** What BuildKit escapes. It means to escape alternatives and counts as well, but its table ends before them. */
  private static final String ESCAPED = ".+()$";

  /** No character: what is in front of the first one, and behind the last. */
  private static final int NONE = -1;

  private final Step[] steps;
  private final List<Integer> starts;

  /** Whether a match can begin at the path's begin only. */
  private final boolean anchored;

  /** @param starts where the alternatives begin; each ends with {@link Step.Accept} */
  PathPattern(List<Step> steps, List<Integer> starts) {
    this.steps = steps.toArray(Step[]::new);
    this.starts = List.copyOf(starts);
    this.anchored = starts.size() == 1 && this.steps[0].equals(new Step.Check(Assertion.BEGIN));
  }

  /** The automaton for a cleaned pattern; absent where the regular expression would be malformed. */
  static Optional<PathPattern> compile(String pattern) {
    return new ExpressionReader(expression(pattern)).read();
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
    BitSet current = new BitSet(steps.length);
    BitSet next = new BitSet(steps.length);
    int before = NONE;
    for (int i = 0; i < path.length(); ) {
      int c = path.codePointAt(i);
      addStarts(current, before);
      if (parentsToo && c == '/' && accepts((BitSet) current.clone(), before, NONE)) {
        return true;
      }
      if (accepts(current, before, c)) {
        return true;
      }
      next.clear();
      take(current, c, next);
      if (next.isEmpty() && anchored) {
        return false;
      }
      BitSet swap = current;
      current = next;
      next = swap;
      before = c;
      i += Character.charCount(c);
    }
    addStarts(current, before);
    return accepts(current, before, NONE);
  }

  private void addStarts(BitSet states, int before) {
    if (before == NONE || !anchored) {
      starts.forEach(states::set);
    }
  }

  /** The steps that one character leads to. */
  private void take(BitSet current, int c, BitSet next) {
    for (int at = current.nextSetBit(0); at >= 0; at = current.nextSetBit(at + 1)) {
      if (steps[at] instanceof Step.Take take && take.set().contains(c)) {
        next.set(at + 1);
      } else if (steps[at] instanceof Step.Repeat repeat && repeat.set().contains(c)) {
        next.set(at);
      }
    }
  }

  /** Adds the steps that can be reached without a character, all of which are further on; true when one is an end. */
  private boolean accepts(BitSet states, int before, int after) {
    for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
      switch (steps[at]) {
        case Step.Accept end -> {
          return true;
        }
        case Step.Take take -> { }
        case Step.Repeat repeat -> states.set(at + 1);
        case Step.Fork(int skipped) -> {
          states.set(at + 1);
          states.set(at + 1 + skipped);
        }
        case Step.Check(Assertion what) -> {
          if (holds(what, before, after)) {
            states.set(at + 1);
          }
        }
      }
    }
    return false;
  }

  private static boolean holds(Assertion assertion, int before, int after) {
    boolean boundary = CharacterSet.WORD.contains(before) != CharacterSet.WORD.contains(after);
    return switch (assertion) {
      case BEGIN -> before == NONE;
      case END -> after == NONE;
      case WORD_BOUNDARY -> boundary;
      case NO_WORD_BOUNDARY -> !boundary;
    };
  }

  /** The pattern as the regular expression that BuildKit makes of it. */
  private static String expression(String pattern) {
    StringBuilder regex = new StringBuilder(pattern.length() * 2).append('^');
    for (int i = pattern.startsWith("\uFEFF") ? 1 : 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && pattern.startsWith("**", i)) {
        i += pattern.startsWith("/", i + 2) ? 2 : 1;
        regex.append(i + 1 == pattern.length() ? ".*" : FOLDERS);
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (ESCAPED.indexOf(c) >= 0) {
        regex.append('\\').append(c);
      } else if (c == '\\') {
        i++;
        regex.append('\\').append(i < pattern.length() ? String.valueOf(pattern.charAt(i)) : "");
      } else {
        regex.append(c);
      }
    }
    return regex.append('$').toString();
  }
}
