package dev.strake.llb;

import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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
        case "http", "https", SSH, "git" -> GoResult.of(fromUrl(scheme, url.substring(mark + "://".length())));
        default -> GoResult.error(scheme + ": invalid protocol");
      };
    }
    return fromShortForm(url);
  }

  boolean isSsh() {
    return scheme.equals(SSH);
  }

  private static GitRemote fromUrl(String scheme, String rest) {
    String plain = cut(cut(rest, '#'), '?');
    int slash = plain.indexOf('/');
    String authority = slash < 0 ? plain : plain.substring(0, slash);
    String path = slash < 0 ? "" : plain.substring(slash);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return new GitRemote(scheme, host, decode(path), scheme + "://" + plain);
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

  private static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] encoded = path.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
      if (encoded[i] == '%' && high >= 0 && low >= 0) {
        decoded.put((byte) (high * 16 + low));
        i += 2;
      } else {
        decoded.put(encoded[i]);
      }
    }
    return new String(decoded.array(), 0, decoded.position(), StandardCharsets.UTF_8);
  }

  private static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
