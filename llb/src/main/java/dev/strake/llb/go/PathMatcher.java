package dev.strake.llb.go;

/**
 * Go's shell patterns. A pattern is a row of pieces, each with or without a star before it; a piece holds literal
 * characters, {@code ?} and classes, and so has a fixed number of characters.
 */
final class PathMatcher {
  private static final int MISMATCH = -1;
  private static final int BAD_PATTERN = -2;

  private final String pattern;
  private final String name;

  private PathMatcher(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  /** A pattern is bad, too, for what is wrong behind the place where the name does not fit it. */
  static GoResult<Boolean> match(String pattern, String name) {
    int result = new PathMatcher(pattern, name).run();
    return result == BAD_PATTERN ? GoResult.error("syntax error in pattern") : GoResult.of(result != MISMATCH);
  }

  private int run() {
    int at = 0;
    int from = 0;
    while (from < pattern.length()) {
      int start = skipStars(from);
      int end = pieceEnd(start);
      boolean star = start > from;
      if (star && start == end) {
        return name.indexOf('/', at) < 0 ? name.length() : MISMATCH;
      }
      int next = star ? afterStar(start, end, at) : piece(start, end, at);
      boolean last = end == pattern.length();
      if (next == BAD_PATTERN) {
        return BAD_PATTERN;
      }
      if (next == MISMATCH || last && next < name.length()) {
        return isValid(end) ? MISMATCH : BAD_PATTERN;
      }
      at = next;
      from = end;
    }
    return at == name.length() ? at : MISMATCH;
  }

  private int afterStar(int start, int end, int at) {
    boolean last = end == pattern.length();
    for (int i = at; i <= name.length(); i++) {
      int next = piece(start, end, i);
      if (next == BAD_PATTERN || next >= 0 && !(last && next < name.length())) {
        return next;
      }
      if (i < name.length() && name.charAt(i) == '/') {
        return MISMATCH;
      }
    }
    return MISMATCH;
  }

  private boolean isValid(int from) {
    while (from < pattern.length()) {
      int start = skipStars(from);
      int end = pieceEnd(start);
      if (piece(start, end, name.length()) == BAD_PATTERN) {
        return false;
      }
      from = end;
    }
    return true;
  }

  private int skipStars(int from) {
    while (from < pattern.length() && pattern.charAt(from) == '*') {
      from++;
    }
    return from;
  }

  private int pieceEnd(int from) {
    boolean inClass = false;
    for (int i = from; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '*' -> {
          if (!inClass) {
            return i;
          }
        }
        default -> { }
      }
    }
    return pattern.length();
  }

  /** Where the name goes on after the piece, or why it does not. */
  private int piece(int start, int end, int at) {
    int place = at;
    for (int i = start; i < end; ) {
      boolean over = place < 0 || place == name.length();
      int c = over ? MISMATCH : name.codePointAt(place);
      int after = over ? MISMATCH : place + Character.charCount(c);
      char p = pattern.charAt(i);
      if (p == '[') {
        CharacterClass cls = CharacterClass.read(pattern, i + 1, end, c);
        if (cls.end() < 0) {
          return BAD_PATTERN;
        }
        i = cls.end();
        place = cls.matches() ? after : MISMATCH;
      } else if (p == '?') {
        i++;
        place = c == '/' ? MISMATCH : after;
      } else {
        if (p == '\\' && ++i == end) {
          return BAD_PATTERN;
        }
        int literal = pattern.codePointAt(i);
        i += Character.charCount(literal);
        place = c == literal ? after : MISMATCH;
      }
    }
    return place;
  }

  /** A class as it was read: whether it has the character, and where the pattern goes on (-1: it is malformed). */
  private record CharacterClass(boolean matches, int end) {
    private static final CharacterClass BAD = new CharacterClass(false, -1);

    static CharacterClass read(String pattern, int from, int end, int c) {
      boolean negated = from < end && pattern.charAt(from) == '^';
      int i = negated ? from + 1 : from;
      int first = i;
      boolean found = false;
      while (i == first || i >= end || pattern.charAt(i) != ']') {
        int low = boundStart(pattern, i, end);
        if (low < 0) {
          return BAD;
        }
        int lowest = pattern.codePointAt(low);
        int highest = lowest;
        i = low + Character.charCount(lowest);
        if (i < end && pattern.charAt(i) == '-') {
          int high = boundStart(pattern, i + 1, end);
          if (high < 0) {
            return BAD;
          }
          highest = pattern.codePointAt(high);
          i = high + Character.charCount(highest);
        }
        found |= lowest <= c && c <= highest;
      }
      return new CharacterClass(found != negated, i + 1);
    }

    /** Where the character stands that bounds a range, after its escape; -1 if none may stand there. */
    private static int boundStart(String pattern, int i, int end) {
      if (i >= end || pattern.charAt(i) == '-' || pattern.charAt(i) == ']') {
        return -1;
      }
      int at = pattern.charAt(i) == '\\' ? i + 1 : i;
      return at >= end ? -1 : at;
    }
  }
}
