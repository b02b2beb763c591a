package dev.strake.frontend.lower;

import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;

/** Paths inside images: with slashes everywhere, but for Windows with drive letters and backslashes, too. */
final class ContainerPaths {

  private static final String WINDOWS = "windows";

  private ContainerPaths() {}

  /**
   * An absolute path with slashes and without drive letter.
   *
   * @param parent what a relative path is relative to
   * @param os what the path is meant for; empty for Linux
   * @param keepSlash whether a slash at the end, or {@code /.}, stays
   */
  static GoResult<String> normalize(String parent, String path, String os, boolean keepSlash) {
    String original = toSlash(path, os);
    GoResult<String> base = withoutDrive(parent.isEmpty() ? "/" : toSlash(parent, os), os, keepSlash);
    if (base instanceof GoResult.Failure<String>(String message)) {
      return GoResult.error("removing drive letter: " + message);
    }
    String absoluteBase = base.value().orElseThrow();
    if (!isAbsolute(absoluteBase, os)) {
      absoluteBase = GoPath.join("/", absoluteBase);
    }
    GoResult<String> bare = withoutDrive(original.isEmpty() ? absoluteBase : original, os, keepSlash);
    if (bare instanceof GoResult.Failure<String>(String message)) {
      return GoResult.error("removing drive letter: " + message);
    }
    String result = bare.value().orElseThrow();
    if (!isAbsolute(result, os)) {
      result = GoPath.join(absoluteBase, result);
    }
    return GoResult.of(toSlash(keepSlash ? withEnd(result, original) : result, os));
  }

  private static String withEnd(String path, String original) {
    if (original.endsWith("/") && !path.endsWith("/")) {
      return path + "/";
    }
    if (original.endsWith("/.")) {
      return path.equals("/") ? "/." : path + "/.";
    }
    return path;
  }

  /** The working directory after {@code WORKDIR path}, with the system's own separators. */
  static GoResult<String> workdir(String current, String path, String os) {
    return switch (normalize(current, path, os, false)) {
      case GoResult.Value<String>(String value) -> GoResult.of(os.equals(WINDOWS) ? value.replace('/', '\\') : value);
      case GoResult.Failure<String>(String message) -> GoResult.error("normalizing working directory: " + message);
    };
  }

  static boolean isAbsolute(String path, String os) {
    return withoutDrive(path, os, false).value().map(bare -> GoPath.isAbs(toSlash(bare, os))).orElse(false);
  }

  static String toSlash(String path, String os) {
    return os.equals(WINDOWS) ? path.replace('\\', '/') : path;
  }

  /** The path without the drive letter of Windows' system drive; no other drive can be meant. */
  static GoResult<String> withoutDrive(String path, String os, boolean keepSlash) {
    if (!os.equals(WINDOWS)) {
      return GoResult.of(path);
    }
    if (path.length() == 2 && path.charAt(1) == ':') {
      return GoResult.error("No relative path specified in " + GoQuote.quote(path));
    }
    if (toSlash(path, os).startsWith("//")) {
      return GoResult.error("UNC paths are not supported");
    }
    int colon = path.indexOf(':');
    if (colon >= 0 && !path.substring(0, colon).equalsIgnoreCase("c")) {
      return GoResult.error("The specified path is not on the system drive (C:)");
    }
    return GoResult.of(clean(toSlash(path.substring(colon + 1), os), keepSlash));
  }

  private static String clean(String path, boolean keepSlash) {
    String clean = GoPath.clean(path);
    return keepSlash && clean.length() > 1 && path.endsWith("/") ? clean + "/" : clean;
  }
}
