package dev.strake.frontend.suggest;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestions {

  private Suggestions() {}

  /**
   * The option that is nearest to {@code value}, at most two edits away; the first of several. Absent, too, where
   * {@code value} is itself an option.
   */
  public static Optional<String> nearest(String value, Collection<String> options) {
    throw new UnsupportedOperationException();
  }

  /** The same, in any case of letters; the answer follows the case of {@code value}. */
  public static Optional<String> nearestIgnoringCase(String value, Collection<String> options) {
    throw new UnsupportedOperationException();
  }

  /** {@code message}, with the suggestion behind it as the reference writes it. */
  public static String append(String message, Optional<String> suggestion) {
    return suggestion.map(match -> message + " (did you mean " + match + "?)").orElse(message);
  }
}
