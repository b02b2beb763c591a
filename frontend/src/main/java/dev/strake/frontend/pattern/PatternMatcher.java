package dev.strake.frontend.pattern;

import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which paths a list of ignore patterns leaves out, as BuildKit does: the last pattern that matches a path, or
 * one of its parent folders, decides; a pattern in front of which {@code !} stands takes a path in again.
 *
 * <p>Immutable and thread-safe. Time grows with the product of the pattern's and the path's lengths at most.
 */
public final class PatternMatcher {

  private static final String BAD_PATTERN = "syntax error in pattern";

  private final List<Pattern> patterns;
  private final boolean exclusions;

  private PatternMatcher(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.exclusions = patterns.stream().anyMatch(Pattern::exclusion);
  }

  /**
   * A matcher for these patterns.
   *
   * @throws IllegalArgumentException when a pattern is malformed; the message is BuildKit's
   */
  public static PatternMatcher of(List<String> patterns) {
    List<Pattern> compiled = new ArrayList<>(patterns.size());
    for (String written : patterns) {
      String trimmed = GoStrings.trimSpace(written);
      if (trimmed.isEmpty()) {
        continue;
      }
      String clean = GoPath.clean(trimmed);
      boolean exclusion = clean.startsWith("!");
      if (exclusion && clean.length() == 1) {
        throw new IllegalArgumentException("illegal exclusion pattern: \"!\"");
      }
      String text = exclusion ? clean.substring(1) : clean;
      checkSyntax(text);
      compiled.add(new Pattern(text, exclusion, Rule.of(text)));
    }
    return new PatternMatcher(compiled);
  }

  /**
   * BuildKit takes for malformed only what it notices while it matches {@code "."}: up to the second part between
   * stars.
   */
  private static void checkSyntax(String pattern) {
    int first = partEnd(pattern, 0);
    GoResult<Boolean> dot = GoPath.match(pattern.substring(0, first), ".");
    boolean bad = dot.value().isEmpty();
    if (dot.value().orElse(false)) {
      bad = GoPath.match(pattern.substring(first, partEnd(pattern, first)), "").value().isEmpty();
    }
    if (bad) {
      throw new IllegalArgumentException(BAD_PATTERN);
    }
  }

  private static int partEnd(String pattern, int start) {
    int at = start;
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    boolean inClass = false;
    while (at < pattern.length() && (inClass || pattern.charAt(at) != '*')) {
      char c = pattern.charAt(at);
      inClass = c == '[' || (inClass && c != ']');
      at += c == '\\' && at + 1 < pattern.length() ? 2 : 1;
    }
    return at;
  }

  /**
   * Whether the path, relative and with {@code /}, or one of its parents is left out.
   *
   * @throws IllegalArgumentException when a pattern turns out to be malformed; the message is BuildKit's
   */
  public boolean matches(String path) {
    boolean clean = GoPath.clean(path).equals(path);
    String parent = clean ? "" : GoPath.dir(path);
    boolean matched = false;
    for (Pattern pattern : patterns) {
      if (pattern.exclusion != matched) {
        continue;
      }
      boolean match =
          clean
              ? pattern.rule.matchesPathOrParent(path)
              : pattern.rule.matches(path) || (!parent.equals(".") && pattern.rule.matchesPathOrParent(parent));
      matched = match ? !pattern.exclusion : matched;
    }
    return matched;
  }

  /** Whether a pattern takes paths in again, so that a folder that is left out may hold files that are not. */
  public boolean hasExclusions() {
    return exclusions;
  }

  /** The patterns, cleaned. */
  public List<Pattern> patterns() {
    return patterns;
  }

  /** What is known before a walk through a tree: nothing. */
  public Match root() {
    return new Match(false, new boolean[0]);
  }

  /**
   * The result for an entry of the folder that {@code parent} is the result for; cheaper than {@link #matches}, and the
   * same but where a pattern matches the folder and an exclusion behind it does too.
   *
   * @throws IllegalArgumentException when a pattern turns out to be malformed; the message is BuildKit's
   */
  public Match match(String path, Match parent) {
    boolean known = parent.byPattern.length != 0;
    boolean[] byPattern = new boolean[patterns.size()];
    boolean matched = false;
    for (int i = 0; i < byPattern.length; i++) {
      Pattern pattern = patterns.get(i);
      boolean match = known && parent.byPattern[i];
      if (!match && pattern.exclusion == matched) {
        match = known ? pattern.rule.matches(path) : pattern.rule.matchesPathOrParent(path);
      }
      byPattern[i] = match;
      if (match) {
        matched = !pattern.exclusion;
      }
    }
    return new Match(matched, byPattern);
  }

  /** Whether a path is left out, and by which patterns. */
  public static final class Match {
    private final boolean matched;
    private final boolean[] byPattern;

    private Match(boolean matched, boolean[] byPattern) {
      this.matched = matched;
      this.byPattern = byPattern;
    }

    public boolean matched() {
      return matched;
    }
  }

  /** One pattern. */
  public static final class Pattern {
    private final String text;
    private final boolean exclusion;
    private final Rule rule;

    private Pattern(String text, boolean exclusion, Rule rule) {
      this.text = text;
      this.exclusion = exclusion;
      this.rule = rule;
    }

    /** The cleaned text, without {@code !}. */
    public String text() {
      return text;
    }

    /** Whether it takes paths in again. */
    public boolean exclusion() {
      return exclusion;
    }
  }

  /** How a pattern compares; the simple kinds need no automaton. */
  private sealed interface Rule {

    boolean matches(String path);

    default boolean matchesPathOrParent(String path) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (matches(path.substring(0, slash))) {
          return true;
        }
      }
      return matches(path);
    }

    static Rule of(String pattern) {
      boolean leading = pattern.startsWith("**");
      boolean trailing = pattern.endsWith("**") && pattern.length() > 2;
      String middle = pattern.substring(leading ? 2 : 0, pattern.length() - (trailing && !leading ? 2 : 0));
      boolean plain = middle.chars().allMatch(c -> "*?[]\\".indexOf(c) < 0);
      if (!plain) {
        return new Automaton(PathPattern.compile(pattern));
      }
      return leading ? new Suffix(middle) : trailing ? new Prefix(middle) : new Exact(pattern);
    }

    record Exact(String text) implements Rule {
      @Override
      public boolean matches(String path) {
        return path.equals(text);
      }

      @Override
      public boolean matchesPathOrParent(String path) {
        int end = text.length();
        return path.startsWith(text) && (path.length() == end || path.charAt(end) == '/');
      }
    }

    record Prefix(String text) implements Rule {
      @Override
      public boolean matches(String path) {
        return path.startsWith(text);
      }
    }

    record Suffix(String text) implements Rule {
      @Override
      public boolean matches(String path) {
        return path.endsWith(text)
            || (text.startsWith("/") && text.length() == path.length() + 1 && text.endsWith(path));
      }
    }

    record Automaton(Optional<PathPattern> compiled) implements Rule {
      @Override
      public boolean matches(String path) {
        return pattern().matches(path);
      }

      @Override
      public boolean matchesPathOrParent(String path) {
        return pattern().matchesPathOrParent(path);
      }

      private PathPattern pattern() {
        return compiled.orElseThrow(() -> new IllegalArgumentException(BAD_PATTERN));
      }
    }
  }
}
