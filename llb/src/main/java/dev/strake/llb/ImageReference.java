package dev.strake.llb;

import java.util.Locale;

/**
 * An image's name, such as {@code docker.io/library/alpine:3.20}, read and completed as the registries' reference
 * library does it.
 *
 * @param domain the registry; empty only for a name that was not completed
 * @param path the repository in the registry
 * @param tag empty for none
 * @param digest such as {@code sha256:…}; empty for none
 */
public record ImageReference(String domain, String path, String tag, String digest) {

  private static final String DEFAULT_DOMAIN = "docker.io";
  private static final String LEGACY_DOMAIN = "index.docker.io";
  private static final String OFFICIAL = "library/";
  private static final int MAX_NAME = 255;
  private static final int MAX_TAG = 128;

  /**
   * Reads a name and completes it with the default registry. A tag is not added.
   *
   * @throws IllegalArgumentException when it is not a name; the message is the reference library's
   */
  public static ImageReference parseNormalized(String text) {
    if (text.length() == 64 && Ascii.all(text, 0, 64, Ascii::isLowerHex)) {
      throw new IllegalArgumentException(
          "invalid repository name (" + text + "), cannot specify 64-byte hexadecimal strings");
    }
    String[] split = splitDomain(text);
    int tag = split[1].indexOf(':');
    String remote = tag < 0 ? split[1] : split[1].substring(0, tag);
    if (!remote.toLowerCase(Locale.ROOT).equals(remote)) {
      throw new IllegalArgumentException(
          "invalid reference format: repository name (" + remote + ") must be lowercase");
    }
    return parse(split[0] + "/" + split[1]);
  }

  /**
   * Reads a name as it stands.
   *
   * @throws IllegalArgumentException when it is not a name; the message is the reference library's
   */
  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String tag = colon < 0 ? "" : named.substring(colon + 1);
    String name = colon < 0 ? named : named.substring(0, colon);
    boolean valid = isName(name) && (colon < 0 || isTag(tag)) && (at < 0 || isDigestPattern(digest));
    if (!valid) {
      throw new IllegalArgumentException(whyNotValid(text));
    }
    int slash = name.indexOf('/');
    boolean hasDomain = slash > 0 && isDomain(name.substring(0, slash));
    String path = hasDomain ? name.substring(slash + 1) : name;
    if (path.length() > MAX_NAME) {
      throw new IllegalArgumentException("repository name must not be more than " + MAX_NAME + " characters");
    }
    if (at >= 0) {
      checkDigest(digest);
    }
    return new ImageReference(hasDomain ? name.substring(0, slash) : "", path, tag, digest);
  }

  /** Registry and repository. */
  public String name() {
    return domain.isEmpty() ? path : domain + "/" + path;
  }

  /** The same name with the tag {@code latest}, if it has neither tag nor digest. */
  public ImageReference withDefaultTag() {
    return tag.isEmpty() && digest.isEmpty() ? new ImageReference(domain, path, "latest", "") : this;
  }

  public ImageReference withDigest(String value) {
    return new ImageReference(domain, path, tag, value);
  }

  /** The short form that people write: without the default registry. */
  public String familiar() {
    String familiarPath = path;
    boolean official = domain.equals(DEFAULT_DOMAIN);
    if (official && path.startsWith(OFFICIAL) && path.indexOf('/', OFFICIAL.length()) < 0) {
      familiarPath = path.substring(OFFICIAL.length());
    }
    return new ImageReference(official ? "" : domain, familiarPath, tag, digest).toString();
  }

  /** The whole name. */
  @Override
  public String toString() {
    return name() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  private static String[] splitDomain(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new String[] {DEFAULT_DOMAIN, OFFICIAL + text};
    }
    String first = text.substring(0, slash);
    String rest = text.substring(slash + 1);
    String domain = DEFAULT_DOMAIN;
    String remote = text;
    boolean looksLikeDomain =
        first.equals("localhost")
            || first.indexOf('.') >= 0
            || first.indexOf(':') >= 0
            || !first.toLowerCase(Locale.ROOT).equals(first);
    if (looksLikeDomain) {
      domain = first.equals(LEGACY_DOMAIN) ? DEFAULT_DOMAIN : first;
      remote = rest;
    }
    boolean unofficial = !domain.equals(DEFAULT_DOMAIN) || remote.indexOf('/') >= 0;
    return new String[] {domain, unofficial ? remote : OFFICIAL + remote};
  }

  private static String whyNotValid(String text) {
    if (text.isEmpty()) {
      return "repository name must have at least one component";
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals(text)) {
      try {
        parse(lower);
        return "repository name must be lowercase";
      } catch (IllegalArgumentException ignored) {
        // The case is not what is wrong with it.
      }
    }
    return "invalid reference format";
  }

  private static boolean isName(String name) {
    int slash = name.indexOf('/');
    if (slash > 0 && isDomain(name.substring(0, slash))) {
      return isRemoteName(name.substring(slash + 1));
    }
    return isRemoteName(name);
  }

  private static boolean isRemoteName(String name) {
    int start = 0;
    while (true) {
      int slash = name.indexOf('/', start);
      if (!isPathComponent(name, start, slash < 0 ? name.length() : slash)) {
        return false;
      }
      if (slash < 0) {
        return true;
      }
      start = slash + 1;
    }
  }

  /** Runs of letters and digits, joined by {@code .}, {@code _}, {@code __} or any number of {@code -}. */
  private static boolean isPathComponent(String name, int start, int end) {
    if (start == end
        || !Ascii.isLowerAlphanumeric(name.charAt(start))
        || !Ascii.isLowerAlphanumeric(name.charAt(end - 1))) {
      return false;
    }
    for (int i = start; i < end; ) {
      if (Ascii.isLowerAlphanumeric(name.charAt(i))) {
        i++;
        continue;
      }
      int separator = i;
      while (i < end && !Ascii.isLowerAlphanumeric(name.charAt(i))) {
        i++;
      }
      if (!isSeparator(name, separator, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(String name, int start, int end) {
    char first = name.charAt(start);
    for (int i = start + 1; i < end; i++) {
      if (name.charAt(i) != first) {
        return false;
      }
    }
    return switch (first) {
      case '.' -> end - start == 1;
      case '_' -> end - start <= 2;
      case '-' -> true;
      default -> false;
    };
  }

  private static boolean isDomain(String domain) {
    String host = domain;
    int port = domain.startsWith("[") ? domain.indexOf(':', domain.indexOf(']') + 1) : domain.indexOf(':');
    if (port >= 0) {
      String digits = domain.substring(port + 1);
      if (digits.isEmpty() || !Ascii.all(digits, 0, digits.length(), Ascii::isDigit)) {
        return false;
      }
      host = domain.substring(0, port);
    }
    if (host.startsWith("[")) {
      String address = host.substring(1, host.length() - 1);
      return host.endsWith("]")
          && !address.isEmpty()
          && Ascii.all(address, 0, address.length(), ImageReference::isAddress);
    }
    int start = 0;
    while (true) {
      int dot = host.indexOf('.', start);
      int end = dot < 0 ? host.length() : dot;
      if (!isLabel(host, start, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  private static boolean isAddress(int c) {
    return c == ':' || Ascii.isHex(c);
  }

  private static boolean isLabel(String host, int start, int end) {
    return start < end
        && host.charAt(start) != '-'
        && host.charAt(end - 1) != '-'
        && Ascii.all(host, start, end, c -> c == '-' || Ascii.isAlphanumeric(c));
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= MAX_TAG
        && (Ascii.isAlphanumeric(tag.charAt(0)) || tag.charAt(0) == '_')
        && Ascii.all(tag, 1, tag.length(), c -> Ascii.isAlphanumeric(c) || c == '_' || c == '.' || c == '-');
  }

  private static boolean isDigestPattern(String digest) {
    int colon = digest.indexOf(':');
    if (colon <= 0 || digest.length() - colon - 1 < 32) {
      return false;
    }
    boolean partStarts = true;
    for (int i = 0; i < colon; i++) {
      char c = digest.charAt(i);
      boolean separator = c == '-' || c == '_' || c == '+' || c == '.';
      boolean fits = partStarts ? Ascii.isAlphanumeric(c) && !Ascii.isDigit(c) : separator || Ascii.isAlphanumeric(c);
      if (!fits) {
        return false;
      }
      partStarts = separator;
    }
    return !partStarts && Ascii.all(digest, colon + 1, digest.length(), Ascii::isHex);
  }

  private static void checkDigest(String digest) {
    Digests.problem(digest)
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
  }
}
