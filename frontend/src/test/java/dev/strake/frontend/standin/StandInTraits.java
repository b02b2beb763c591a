package dev.strake.frontend.standin;

import java.nio.charset.StandardCharsets;

/**
 * What is special about the image of a name, drawn from a hash of the name.
 *
 * <p>A name that holds the word {@code trait-} and a trait's name, such as {@code registry.test/trait-onbuild:1}, has
 * that trait in its first form, so that a case can ask for it, or in the form of the digit that follows.
 *
 * @param name the image's name
 * @param hash the hash that the choices come from
 */
record StandInTraits(String name, byte[] hash) {

  // With this one the images that most cases build on, alpine and debian, have nothing special about them.
  private static final int SALT = 8358;

  static StandInTraits of(String name) {
    return new StandInTraits(name, Blob.sha256((SALT + " " + name).getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the image is one manifest without an index. */
  boolean single() {
    return pick(0, 16, "single") == 1;
  }

  /** Whether the configuration lacks the object that holds User, Env and the rest. */
  boolean bare() {
    return pick(1, 16, "bare") == 1;
  }

  int environment() {
    return pick(2, 5, "environment");
  }

  int user() {
    return pick(3, 6, "user");
  }

  int workingDir() {
    return pick(4, 6, "workdir");
  }

  int shell() {
    return pick(5, 8, "shell");
  }

  int onBuild() {
    return pick(6, 8, "onbuild");
  }

  int healthcheck() {
    return pick(7, 6, "healthcheck");
  }

  int labels() {
    return pick(8, 4, "labels");
  }

  int command() {
    return pick(9, 6, "command");
  }

  /** Ports, volumes, stop signal. */
  int extras() {
    return pick(10, 4, "extras");
  }

  /** How the image was written: author, creation time, unknown fields, the case of its keys. */
  int writing() {
    return pick(11, 5, "writing");
  }

  private int pick(int at, int ways, String trait) {
    if (name.contains("trait-")) {
      int named = name.indexOf("trait-" + trait);
      if (named < 0) {
        return 0;
      }
      int digit = named + "trait-".length() + trait.length();
      boolean numbered = digit < name.length() && Character.isDigit(name.charAt(digit));
      return numbered ? name.charAt(digit) - '0' : 1;
    }
    return (hash[at] & 0xff) % ways;
  }
}
