package dev.strake.llb.go.template;

import dev.strake.llb.go.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template into tokens. */
final class TemplateLexer {

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String TRIM_CLOSE = " -}}";

  private final String template;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private TemplateLexer(String template) {
    this.template = template;
  }

  static List<Token> tokens(String template) {
    TemplateLexer lexer = new TemplateLexer(template);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    boolean trimStart = false;
    while (at < template.length()) {
      int open = template.indexOf(OPEN, at);
      String text = template.substring(at, open < 0 ? template.length() : open);
      boolean trimEnd = open >= 0 && template.startsWith("- ", open + OPEN.length());
      String shown = trimStart ? text.stripLeading() : text;
      shown = trimEnd ? shown.stripTrailing() : shown;
      if (!shown.isEmpty()) {
        add(Kind.TEXT, shown);
      }
      countLines(at, open < 0 ? template.length() : open);
      if (open < 0) {
        break;
      }
      at = open + OPEN.length() + (trimEnd ? 2 : 0);
      trimStart = template.startsWith("/*", at) ? comment() : action();
    }
    add(Kind.END, "");
  }

  /** Skips a comment, and tells whether the text behind it is trimmed. */
  private boolean comment() {
    int end = template.indexOf("*/", at + 2);
    if (end < 0) {
      throw new TemplateException(line, "unclosed comment");
    }
    countLines(at, end);
    at = end + 2;
    boolean trims = template.startsWith(TRIM_CLOSE, at);
    if (!trims && !template.startsWith(CLOSE, at)) {
      throw new TemplateException(line, "comment ends before closing delimiter");
    }
    at += trims ? TRIM_CLOSE.length() : CLOSE.length();
    return trims;
  }

  private boolean action() {
    add(Kind.OPEN, OPEN);
    while (true) {
      if (template.startsWith(TRIM_CLOSE, at)) {
        at += TRIM_CLOSE.length();
        add(Kind.CLOSE, CLOSE);
        return true;
      }
      if (template.startsWith(CLOSE, at)) {
        at += CLOSE.length();
        add(Kind.CLOSE, CLOSE);
        return false;
      }
      if (at >= template.length()) {
        throw new TemplateException(line, "unclosed action");
      }
      token();
    }
  }

  private void token() {
    char c = template.charAt(at);
    int end = at + 1;
    Kind kind;
    if (Character.isWhitespace(c)) {
      kind = Kind.SPACE;
      while (end < template.length() && Character.isWhitespace(template.charAt(end)) && !closesTrimmed(end)) {
        end++;
      }
    } else if (c == '"' || c == '\'' || c == '`') {
      kind = c == '\'' ? Kind.CHARACTER : Kind.STRING;
      end = quoted(c);
    } else if (isNumber(c)) {
      kind = Kind.NUMBER;
      end = wordEnd(at + 1, "+.");
    } else if (c == '.' && end < template.length() && isWord(template.charAt(end))) {
      kind = Kind.FIELD;
      end = wordEnd(end, "");
    } else if (c == '$') {
      kind = Kind.VARIABLE;
      end = wordEnd(end, "");
    } else if (isWord(c)) {
      kind = Kind.WORD;
      end = wordEnd(end, "");
    } else {
      kind = sign(c);
      end = at + (kind == Kind.DECLARE ? 2 : 1);
    }
    String text = template.substring(at, end);
    add(kind, text);
    countLines(at, end);
    at = end;
  }

  private boolean closesTrimmed(int end) {
    return template.startsWith(TRIM_CLOSE, end);
  }

  private Kind sign(char c) {
    return switch (c) {
      case '.' -> Kind.DOT;
      case '|' -> Kind.PIPE;
      case ',' -> Kind.COMMA;
      case '(' -> Kind.LEFT;
      case ')' -> Kind.RIGHT;
      case '=' -> Kind.ASSIGN;
      case ':' -> {
        if (!template.startsWith(":=", at)) {
          throw new TemplateException(line, "expected :=");
        }
        yield Kind.DECLARE;
      }
      default ->
          throw new TemplateException(
              line, "unexpected " + String.format("U+%04X '%c'", (int) c, c) + " in action");
    };
  }

  private int quoted(char quote) {
    int end = at + 1;
    while (end < template.length() && template.charAt(end) != quote) {
      end += quote != '`' && template.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= template.length()) {
      String what = quote == '`' ? "unterminated raw quoted string" : "unterminated quoted string";
      throw new TemplateException(line, quote == '\'' ? "unterminated character constant" : what);
    }
    return end + 1;
  }

  private boolean isNumber(char c) {
    boolean digitFollows = at + 1 < template.length() && Character.isDigit(template.charAt(at + 1));
    return Character.isDigit(c) || (c == '-' || c == '+' || c == '.') && digitFollows;
  }

  private int wordEnd(int from, String also) {
    int end = from;
    while (end < template.length() && (isWord(template.charAt(end)) || also.indexOf(template.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void countLines(int from, int to) {
    for (int i = template.indexOf('\n', from); i >= 0 && i < to; i = template.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text, line, at - lineStart));
  }
}
