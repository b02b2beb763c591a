package dev.strake.grammar.shell;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@code ${v#p}}, {@code ${v%p}} and {@code ${v/p/r}}: {@code ?} is one character, {@code *} any number of
 * them; neither matches a line feed. It matches as the regular expression that the reference makes of it, in time
 * proportional to the pattern times the text.
 */
final class GlobPattern {

  private static final int ANY = -1;
  private static final int STAR = -2;

  private final int[] tokens;
  private final boolean greedy;

  private GlobPattern(int[] tokens, boolean greedy) {
    this.tokens = tokens;
    this.greedy = greedy;
  }

  /** A range of a text that a pattern matches. */
  record Match(int start, int end) {}

  /** A pattern, or why it is none. */
  sealed interface Compiled {
    /** A pattern. */
    record Valid(GlobPattern pattern) implements Compiled {}

    /** Not a pattern. */
    record Invalid(String message) implements Compiled {}
  }

  static Compiled compile(String pattern, boolean greedy) {
    CodePoints in = new CodePoints(pattern);
    int[] tokens = new int[pattern.length()];
    int count = 0;
    for (int c = in.next(); c != CodePoints.END; c = in.next()) {
      if (c == '*') {
        // A star behind a star matches nothing more.
        if (count == 0 || tokens[count - 1] != STAR) {
          tokens[count++] = STAR;
        }
      } else if (c == '?') {
        tokens[count++] = ANY;
      } else if (c != '\\') {
        tokens[count++] = c;
      } else if (in.peek() != '}' && in.peek() != '/') {
        int escaped = in.next();
        if (escaped != '*' && escaped != '?' && escaped != '\\') {
          return new Compiled.Invalid("invalid escape '\\" + CodePoints.toText(escaped) + "'");
        }
        tokens[count++] = escaped;
      }
    }
    return new Compiled.Valid(new GlobPattern(Arrays.copyOf(tokens, count), greedy));
  }

  /** The length of the beginning of {@code text} that matches; -1 for none. */
  int prefix(String text) {
    Match match = new Search(text, true).from(0);
    return match == null ? -1 : match.end();
  }

  /** The first match at or behind {@code from}; null for none. */
  @Nullable Match find(String text, int from) {
    return new Search(text, false).from(from);
  }

  /** All threads of the match at once, the preferred ones first; a thread is the next token and the match's start. */
  private final class Search {
    private final String text;
    private final boolean anchored;
    private Threads current = new Threads(tokens.length + 1);
    private Threads next = new Threads(tokens.length + 1);
    private @Nullable Match best;

    Search(String text, boolean anchored) {
      this.text = text;
      this.anchored = anchored;
    }

    @Nullable Match from(int from) {
      int position = from;
      while (true) {
        if (best == null && (!anchored || position == 0)) {
          enter(current, 0, position);
        }
        if (current.isEmpty()) {
          return best;
        }
        int c = position < text.length() ? text.codePointAt(position) : CodePoints.END;
        step(c, position);
        if (c == CodePoints.END) {
          return best;
        }
        position += Character.charCount(c);
      }
    }

    private void step(int c, int position) {
      for (int i = 0; i < current.size(); i++) {
        int token = current.token(i);
        int start = current.start(i);
        if (token == tokens.length) {
          best = new Match(start, position);
          break;
        }
        int wanted = tokens[token];
        if (wanted >= 0 ? c == wanted : c != CodePoints.END && c != '\n') {
          enter(next, wanted == STAR ? token : token + 1, start);
        }
      }
      Threads done = current;
      current = next;
      next = done;
      next.clear();
    }

    /** Adds the thread at {@code token}; at a star also the one behind it, for the star may match nothing. */
    private void enter(Threads threads, int token, int start) {
      boolean star = token < tokens.length && tokens[token] == STAR;
      if (star && !greedy) {
        threads.add(token + 1, start);
      }
      threads.add(token, start);
      if (star && greedy) {
        threads.add(token + 1, start);
      }
    }
  }

  /** A list of threads, one for each token, in the order of adding. */
  private static final class Threads {
    private final int[] tokens;
    private final int[] starts;
    private final boolean[] present;
    private int size;

    Threads(int capacity) {
      tokens = new int[capacity];
      starts = new int[capacity];
      present = new boolean[capacity];
    }

    void add(int token, int start) {
      if (!present[token]) {
        present[token] = true;
        tokens[size] = token;
        starts[size++] = start;
      }
    }

    int token(int index) {
      return tokens[index];
    }

    int start(int index) {
      return starts[index];
    }

    int size() {
      return size;
    }

    boolean isEmpty() {
      return size == 0;
    }

    void clear() {
      for (int i = 0; i < size; i++) {
        present[tokens[i]] = false;
      }
      size = 0;
    }
  }
}
