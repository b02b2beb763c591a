package dev.strake.frontend.pattern;

/** One step of the automaton that a pattern becomes. */
sealed interface Step {

  /** Takes one character of the set. */
  record Take(CharacterSet set) implements Step {}

  /** Takes any number of characters of the set. */
  record Repeat(CharacterSet set) implements Step {}

  /** Takes nothing, and goes on with the next step or behind so many steps after this one. */
  record Fork(int skipped) implements Step {}

  /** Takes nothing, and can be passed in some places only. */
  record Check(Assertion what) implements Step {}

  /** The end of an alternative: the path matches. */
  record Accept() implements Step {}

  /** What has to hold for a place in the path. */
  enum Assertion {
    BEGIN,
    END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY
  }
}
