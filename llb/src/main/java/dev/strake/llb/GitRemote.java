package dev.strake.llb;

import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.go.GoUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a git repository is reached, as the reference reads its address.
 *
 * @param scheme {@code http}, {@code https}, {@code ssh} or {@code git}
 * @param host with the port, if there is one
 * @param path on the host, decoded
 * @param query behind the {@code ?}: the values of each key
 * @param fragment behind the {@code #}, decoded; empty for none
 * @param remote what git is called with
 */
public record GitRemote(
    String scheme, String host, String path, Map<String, List<String>> query, String fragment, String remote) {

  static final String UNKNOWN_PROTOCOL = "unknown protocol";

  private static final String SSH = "ssh";

  /** Reads a URL or git's short form for SSH, {@code user@host:path}. The error is {@code unknown protocol} or such. */
  public static GoResult<GitRemote> parse(String address) {
    int mark = address.indexOf("://");
    if (mark > 0 && Ascii.all(address, 0, mark, Ascii::isAlphanumeric)) {
      String scheme = GoStrings.toLower(address.substring(0, mark));
      return switch (scheme) {
        case "http", "https", SSH, "git" ->
            GoUrl.parse(address).map(url -> GoResult.of(of(url))).orElse(GoResult.error("invalid URL"));
        default -> GoResult.error(scheme + ": invalid protocol");
      };
    }
    return fromShortForm(address).map(GoResult::of).orElse(GoResult.error(UNKNOWN_PROTOCOL));
  }

  /** The repository at a URL, whatever its scheme. */
  public static GitRemote of(GoUrl url) {
    return new GitRemote(
        url.scheme(), url.host(), url.path(), url.query(), url.fragment(), url.withoutQueryAndFragment());
  }

  boolean isSsh() {
    return scheme.equals(SSH);
  }

  /** {@code user@host:path?query#fragment}, in one line. */
  private static Optional<GitRemote> fromShortForm(String text) {
    int at = text.indexOf('@');
    int colon = text.indexOf(':', at + 1);
    boolean fits =
        at > 0
            && colon > at + 1
            && Ascii.all(text, 0, at, c -> Ascii.isAlphanumeric(c) || c == '-' || c == '_')
            && Ascii.all(text, at + 1, colon, c -> Ascii.isAlphanumeric(c) || c == '-' || c == '.')
            && text.indexOf('\n') < 0;
    if (!fits) {
      return Optional.empty();
    }
    int hash = text.indexOf('#', colon);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int mark = rest.indexOf('?', colon);
    String remote = mark < 0 ? rest : rest.substring(0, mark);
    return GoUrl.parseQuery(mark < 0 ? "" : rest.substring(mark + 1))
        .map(
            query ->
                new GitRemote(
                    SSH, text.substring(at + 1, colon), remote.substring(colon + 1), query, fragment, remote));
  }
}
