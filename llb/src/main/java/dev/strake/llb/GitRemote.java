package dev.strake.llb;

import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.go.GoUrl;

/**
 * How a git repository is reached.
 *
 * @param scheme {@code http}, {@code https}, {@code ssh} or {@code git}
 * @param host with the port, if there is one
 * @param path on the host, decoded
 * @param remote what git is called with
 */
record GitRemote(String scheme, String host, String path, String remote) {
  private static final String SSH = "ssh";

  /** Reads a URL or git's short form for SSH, {@code user@host:path}. The error is {@code unknown protocol} or such. */
  static GoResult<GitRemote> parse(String url) {
    int mark = url.indexOf("://");
    if (mark > 0 && url.chars().limit(mark).allMatch(GitRemote::isAlphanumeric)) {
      String scheme = GoStrings.toLower(url.substring(0, mark));
      return switch (scheme) {
        case "http", "https", SSH, "git" -> fromUrl(scheme, url);
        default -> GoResult.error(scheme + ": invalid protocol");
      };
    }
    return fromShortForm(url);
  }

  boolean isSsh() {
    return scheme.equals(SSH);
  }

  private static GoResult<GitRemote> fromUrl(String scheme, String url) {
    return GoUrl.parse(url)
        .map(each -> GoResult.of(new GitRemote(scheme, each.host(), each.path(), each.withoutQueryAndFragment())))
        .orElse(GoResult.error("invalid URL"));
  }

  private static GoResult<GitRemote> fromShortForm(String url) {
    int at = url.indexOf('@');
    int colon = url.indexOf(':', at + 1);
    boolean fits =
        at > 0
            && colon > at + 1
            && url.chars().limit(at).allMatch(c -> isAlphanumeric(c) || c == '-' || c == '_')
            && url.substring(at + 1, colon).chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '.');
    if (!fits) {
      return GoResult.error("unknown protocol");
    }
    String path = cut(cut(url.substring(colon + 1), '#'), '?');
    return GoResult.of(new GitRemote(SSH, url.substring(at + 1, colon), path, url.substring(0, colon + 1) + path));
  }

  private static String cut(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
