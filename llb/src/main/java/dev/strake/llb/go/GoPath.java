package dev.strake.llb.go;

/** Go's path package: slash-separated paths, whatever the system. */
public final class GoPath {
  private GoPath() {}

  /** {@code path.Clean}. */
  public static String clean(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean rooted = path.charAt(0) == '/';
    StringBuilder out = new StringBuilder(path.length());
    if (rooted) {
      out.append('/');
    }
    // Below this length nothing may be taken back: a leading slash, or names that lead up.
    int floor = out.length();
    int i = 0;
    while (i < path.length()) {
      int end = path.indexOf('/', i);
      end = end < 0 ? path.length() : end;
      int length = end - i;
      if (length == 2 && path.startsWith("..", i)) {
        floor = up(out, rooted, floor);
      } else if (length > 1 || length == 1 && path.charAt(i) != '.') {
        separate(out, rooted);
        out.append(path, i, end);
      }
      i = end + 1;
    }
    return out.isEmpty() ? "." : out.toString();
  }

  private static int up(StringBuilder out, boolean rooted, int floor) {
    if (out.length() > floor) {
      int last = out.length() - 1;
      while (last > floor && out.charAt(last) != '/') {
        last--;
      }
      out.setLength(last);
      return floor;
    }
    if (rooted) {
      return floor;
    }
    separate(out, false);
    out.append("..");
    return out.length();
  }

  private static void separate(StringBuilder out, boolean rooted) {
    if (out.length() > (rooted ? 1 : 0)) {
      out.append('/');
    }
  }

  /** {@code path.Join}. */
  public static String join(String... elements) {
    StringBuilder all = new StringBuilder();
    for (String element : elements) {
      if (!element.isEmpty()) {
        if (!all.isEmpty()) {
          all.append('/');
        }
        all.append(element);
      }
    }
    return all.isEmpty() ? "" : clean(all.toString());
  }

  /** {@code path.IsAbs}. */
  public static boolean isAbs(String path) {
    return !path.isEmpty() && path.charAt(0) == '/';
  }

  /** {@code path.Base}. */
  public static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** {@code path.Dir}. */
  public static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /**
   * {@code path.Match}: whether the pattern is the whole of the name. The error is {@code syntax error in pattern}.
   */
  public static GoResult<Boolean> match(String pattern, String name) {
    return PathMatcher.match(pattern, name);
  }
}
