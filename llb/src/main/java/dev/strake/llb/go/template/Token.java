package dev.strake.llb.go.template;

/**
 * A token of a template.
 *
 * @param text as it stands there; for {@link Kind#TEXT} what is printed
 * @param line from 1
 * @param column from 0
 */
record Token(Kind kind, String text, int line, int column) {

  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    SPACE,
    WORD,
    FIELD,
    VARIABLE,
    STRING,
    CHARACTER,
    NUMBER,
    DOT,
    PIPE,
    COMMA,
    DECLARE,
    ASSIGN,
    LEFT,
    RIGHT,
    END
  }
}
