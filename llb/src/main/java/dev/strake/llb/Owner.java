package dev.strake.llb;

import java.util.Optional;

/** To whom a file is to belong; what is empty stays as it is. */
public record Owner(Optional<Id> user, Optional<Id> group) {
  private static final int BITS_31 = 31;

  public static Owner ids(int uid, int gid) {
    return new Owner(Optional.of(new ById(uid)), Optional.of(new ById(gid)));
  }

  /**
   * {@code user} or {@code user:group}, each a number, {@code root}, or a name that the daemon looks up in the tree.
   */
  public static Owner parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Owner(Optional.of(id(text)), Optional.empty());
    }
    return new Owner(Optional.of(id(text.substring(0, colon))), Optional.of(id(text.substring(colon + 1))));
  }

  private static Id id(String text) {
    if (text.equals("root")) {
      return new ById(0);
    }
    long value = 0;
    boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    int start = signed ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || value >>> BITS_31 != 0) {
        return new ByName(text);
      }
      value = value * 10 + (c - '0');
    }
    long id = signed && text.charAt(0) == '-' ? -value : value;
    // An empty text has no name either, and so stands for root.
    boolean number = start < text.length() && id == (int) id;
    return number || text.isEmpty() ? new ById((int) id) : new ByName(text);
  }

  /** A user or a group. */
  public sealed interface Id {}

  public record ById(int id) implements Id {}

  public record ByName(String name) implements Id {}
}
