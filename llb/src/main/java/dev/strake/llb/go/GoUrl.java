package dev.strake.llb.go;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A URL as Go's {@code net/url} reads and writes it.
 *
 * @param scheme lower-cased; may be empty
 * @param opaque what follows the scheme where no {@code /} does
 * @param user the user information as it is written again; absent for none
 * @param host with the port
 * @param path unescaped
 * @param escapedPath as {@code EscapedPath} gives it
 * @param rawQuery behind the {@code ?}, escaped
 * @param forceQuery whether there is a {@code ?} with nothing behind it
 * @param fragment unescaped
 */
public record GoUrl(
    String scheme,
    String opaque,
    Optional<String> user,
    String host,
    String path,
    String escapedPath,
    String rawQuery,
    boolean forceQuery,
    String fragment) {

  private static final String PATH = "$&+,/:;=@";
  private static final String VALID_PATH = "!$&'()*+,;=:@[]%/";
  private static final String HOST = "!$&'()*+,;=:[]<>\"";
  private static final String USER = "$&+,;=";

  /** {@code url.Parse}; empty where Go reports an error. */
  public static Optional<GoUrl> parse(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.empty();
    }
    int hash = text.indexOf('#');
    Optional<String> fragment = hash < 0 ? Optional.of("") : unescape(text.substring(hash + 1), false);
    return fragment.flatMap(decoded -> withoutFragment(hash < 0 ? text : text.substring(0, hash), decoded));
  }

  /** {@code url.Query}: the values of each key, in order; malformed pairs are left out. */
  public Map<String, List<String>> query() {
    return parseQuery(rawQuery, false).orElseThrow();
  }

  /** {@code url.ParseQuery}; empty where Go reports an error. */
  public static Optional<Map<String, List<String>>> parseQuery(String rawQuery) {
    return parseQuery(rawQuery, true);
  }

  public GoUrl withScheme(String value) {
    return new GoUrl(value, opaque, user, host, path, escapedPath, rawQuery, forceQuery, fragment);
  }

  /** What Go writes when query and fragment are taken out; an empty query's mark stays. */
  public String withoutQueryAndFragment() {
    return hierarchy() + (forceQuery ? "?" : "");
  }

  private String hierarchy() {
    StringBuilder text = new StringBuilder();
    if (!scheme.isEmpty()) {
      text.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      return text.append(opaque).toString();
    }
    if (!scheme.isEmpty() || !host.isEmpty() || user.isPresent()) {
      if (!host.isEmpty() || !path.isEmpty() || user.isPresent()) {
        text.append("//");
      }
      user.ifPresent(info -> text.append(info).append('@'));
      text.append(escape(host, HOST));
    }
    if (!escapedPath.isEmpty() && !escapedPath.startsWith("/") && !host.isEmpty()) {
      text.append('/');
    }
    return text.append(escapedPath).toString();
  }

  private static Optional<GoUrl> withoutFragment(String text, String fragment) {
    int colon = schemeEnd(text);
    if (colon == 0) {
      return Optional.empty();
    }
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? text : text.substring(colon + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    boolean forced = mark >= 0 && query.isEmpty();
    Tail tail = new Tail(scheme, query, forced, fragment);
    return hierarchy(mark < 0 ? rest : rest.substring(0, mark), tail);
  }

  /** What is known of the URL when its middle is read. */
  private record Tail(String scheme, String query, boolean forced, String fragment) {}

  private static Optional<GoUrl> hierarchy(String rest, Tail tail) {
    if (!rest.startsWith("/")) {
      if (!tail.scheme.isEmpty()) {
        return Optional.of(
            new GoUrl(tail.scheme, rest, Optional.empty(), "", "", "", tail.query, tail.forced, tail.fragment));
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
        return Optional.empty();
      }
    }
    boolean hasAuthority = rest.startsWith("//") && (!tail.scheme.isEmpty() || !rest.startsWith("///"));
    if (!hasAuthority) {
      return withPath(new Authority(Optional.empty(), ""), rest, tail);
    }
    int slash = rest.indexOf('/', 2);
    String path = slash < 0 ? "" : rest.substring(slash);
    return authority(rest.substring(2, slash < 0 ? rest.length() : slash))
        .flatMap(authority -> withPath(authority, path, tail));
  }

  private static Optional<GoUrl> withPath(Authority authority, String rawPath, Tail tail) {
    return unescape(rawPath, false)
        .map(
            path -> {
              String escaped = isPlain(rawPath, VALID_PATH) ? rawPath : escape(path, PATH);
              return new GoUrl(
                  tail.scheme,
                  "",
                  authority.user,
                  authority.host,
                  path,
                  escaped,
                  tail.query,
                  tail.forced,
                  tail.fragment);
            });
  }

  private record Authority(Optional<String> user, String host) {}

  /** Where the scheme ends; -1 where there is none, 0 where it is missing in front of a colon. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (!later || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static Optional<Authority> authority(String text) {
    int at = text.lastIndexOf('@');
    Optional<String> host = host(text.substring(at + 1));
    if (at < 0) {
      return host.map(value -> new Authority(Optional.empty(), value));
    }
    String info = text.substring(0, at);
    if (!isPlain(info, "-._:~!$&'()*+,;=%@")) {
      return Optional.empty();
    }
    int colon = info.indexOf(':');
    Optional<String> name = unescape(colon < 0 ? info : info.substring(0, colon), false).map(n -> escape(n, USER));
    Optional<String> password =
        colon < 0 ? Optional.of("") : unescape(info.substring(colon + 1), false).map(p -> ":" + escape(p, USER));
    return host.flatMap(h -> name.flatMap(n -> password.map(p -> new Authority(Optional.of(n + p), h))));
  }

  private static Optional<String> host(String text) {
    int colon = text.startsWith("[") ? text.lastIndexOf(']') + 1 : text.lastIndexOf(':');
    String port = colon < 0 ? "" : text.substring(colon);
    boolean bracket = !text.startsWith("[") || colon > 0;
    boolean validPort =
        port.isEmpty() || (port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    boolean valid = text.chars().allMatch(c -> c >= 0x80 || c == '%' || isUnreserved(c) || HOST.indexOf(c) >= 0);
    return bracket && validPort && valid ? unescape(text, false) : Optional.empty();
  }

  private static Optional<Map<String, List<String>>> parseQuery(String rawQuery, boolean strict) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<String> key = unescape(equals < 0 ? pair : pair.substring(0, equals), true);
      Optional<String> value = unescape(equals < 0 ? "" : pair.substring(equals + 1), true);
      boolean valid = pair.indexOf(';') < 0 && key.isPresent() && value.isPresent();
      if (valid) {
        values.computeIfAbsent(key.get(), k -> new ArrayList<>()).add(value.get());
      } else if (strict) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static Optional<String> unescape(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && !(plusIsSpace && text.indexOf('+') >= 0)) {
      return Optional.of(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        plain.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      plain.write(high * 16 + low);
      i += 2;
    }
    return Optional.of(plain.toString(StandardCharsets.UTF_8));
  }

  private static String escape(String text, String allowed) {
    if (isPlain(text, allowed)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isUnreserved(c) || (c < 0x80 && allowed.indexOf(c) >= 0)) {
        escaped.append((char) c);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(String text, String allowed) {
    return text.chars().allMatch(c -> isUnreserved(c) || allowed.indexOf(c) >= 0);
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0;
  }
}
