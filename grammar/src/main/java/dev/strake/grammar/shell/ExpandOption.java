package dev.strake.grammar.shell;

/** What a {@link ShellLexer} does otherwise than usual. */
public enum ExpandOption {
  /** Quotes stay in the result. */
  RAW_QUOTES,
  /** Escape characters stay in the result. */
  RAW_ESCAPES,
  /** Quotes are ordinary characters: the bodies of here-documents. */
  LITERAL_QUOTES,
  /** References to variables that are not set stay as they are written. */
  KEEP_UNSET
}
