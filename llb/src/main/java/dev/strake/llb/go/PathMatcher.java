package dev.strake.llb.go;

/** Go's shell patterns. */
final class PathMatcher {
  private PathMatcher() {}

  static GoResult<Boolean> match(String pattern, String name) {
    throw new UnsupportedOperationException(pattern + name);
  }
}
