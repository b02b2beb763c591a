package dev.strake.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into words as the reference's shell lexer does with an empty environment that leaves unknown variables
 * as they are, and {@code \} as the escape character. It is there for heredoc openings, which the reference looks for
 * among these words; expanding variables is not its matter.
 *
 * <p>The quirks are the reference's: a {@code ${name:-word}} forgets what its word had before it, and a byte order mark
 * at the text's start vanishes.
 */
final class ShellWords {

  private static final int EOF = -1;

  /** How deep {@code ${} may be nested; deeper, the text is taken for one with an error in it. */
  private static final int MAX_DEPTH = 200;

  /** What is kept of quotes and escapes. */
  enum Mode {
    /** Both are kept. */
    RAW(true, true),
    /** Quotes are kept. */
    RAW_QUOTES(true, false),
    /** Neither is kept. */
    PLAIN(false, false);

    private final boolean keepsQuotes;
    private final boolean keepsEscapes;

    Mode(boolean keepsQuotes, boolean keepsEscapes) {
      this.keepsQuotes = keepsQuotes;
      this.keepsEscapes = keepsEscapes;
    }
  }

  private final String text;
  private final boolean rawQuotes;
  private boolean rawEscapes;
  private int position;
  private int depth;
  private boolean failed;
  private final StringBuilder word = new StringBuilder();

  private ShellWords(String text, Mode mode) {
    this.text = text;
    this.rawQuotes = mode.keepsQuotes;
    this.rawEscapes = mode.keepsEscapes;
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The words; none when there is an error in the text. */
  static List<String> split(String text, Mode mode) {
    ShellWords splitter = new ShellWords(text, mode);
    Collector collector = splitter.new Collector();
    splitter.readUntil(EOF, splitter.rawEscapes, collector);
    return splitter.failed ? List.of() : collector.finish();
  }

  /** The words of one level; all levels share the buffer of the word that is being read. */
  private final class Collector {
    private final List<String> words = new ArrayList<>();
    private boolean inWord;

    void add(int c) {
      if (!Character.isBmpCodePoint(c) || !Whitespace.isSpace((char) c)) {
        addRaw(c);
      } else if (inWord && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }

    void addRaw(int c) {
      word.appendCodePoint(c);
      inWord = true;
    }

    void addRaw(String piece) {
      word.append(piece);
      inWord = true;
    }

    List<String> finish() {
      if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      return words;
    }
  }

  private int peek() {
    return position < text.length() ? text.codePointAt(position) : EOF;
  }

  private int next() {
    int c = peek();
    position += c == EOF ? 0 : Character.charCount(c);
    return c;
  }

  private String fail() {
    failed = true;
    return "";
  }

  /** Reads to {@code stop}, which is taken too, and gives what it read; the words go to {@code words}. */
  private String readUntil(int stop, boolean escapesRaw, Collector words) {
    boolean before = rawEscapes;
    rawEscapes = escapesRaw;
    word.setLength(0);
    StringBuilder result = new StringBuilder();
    boolean stopped = false;
    while (!failed && !stopped && peek() != EOF) {
      if (peek() == stop) {
        next();
        stopped = true;
      } else {
        readOne(result, words);
      }
    }
    rawEscapes = before;
    if (!failed && !stopped && stop != EOF) {
      fail();
    }
    return result.toString();
  }

  private void readOne(StringBuilder result, Collector words) {
    int c = peek();
    switch (c) {
      case '$' -> {
        String piece = readVariable();
        result.append(piece);
        piece.codePoints().forEach(words::add);
      }
      case '<', '\'', '"' -> {
        String piece = c == '<' ? readAngle() : c == '\'' ? readSingleQuoted() : readDoubleQuoted();
        result.append(piece);
        words.addRaw(piece);
      }
      case '\\' -> readEscape(result, words);
      default -> {
        words.add(next());
        result.appendCodePoint(c);
      }
    }
  }

  private void readEscape(StringBuilder result, Collector words) {
    int escape = next();
    if (rawEscapes) {
      words.addRaw(escape);
      result.appendCodePoint(escape);
    }
    int c = next();
    if (c != EOF) {
      words.addRaw(c);
      result.appendCodePoint(c);
    }
  }

  private String readAngle() {
    next();
    if (peek() != '<') {
      return "<";
    }
    int start = position - 1;
    next();
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
      next();
    }
    return text.substring(start, position);
  }

  private String readSingleQuoted() {
    int start = position;
    int end = text.indexOf('\'', start + 1);
    if (end < 0) {
      position = text.length();
      return fail();
    }
    position = end + 1;
    return rawQuotes ? text.substring(start, end + 1) : text.substring(start + 1, end);
  }

  private String readDoubleQuoted() {
    StringBuilder result = new StringBuilder();
    int quote = next();
    if (rawQuotes) {
      result.appendCodePoint(quote);
    }
    while (!failed) {
      switch (peek()) {
        case EOF -> {
          return fail();
        }
        case '"' -> {
          next();
          return rawQuotes ? result.append('"').toString() : result.toString();
        }
        case '$' -> result.append(readVariable());
        default -> readQuotedCharacter(result);
      }
    }
    return "";
  }

  private void readQuotedCharacter(StringBuilder result) {
    int c = next();
    if (c == '\\') {
      if (rawEscapes) {
        result.append('\\');
      }
      int escaped = peek();
      if (escaped == EOF) {
        return;
      }
      c = escaped == '"' || escaped == '$' || escaped == '\\' ? next() : c;
    }
    result.appendCodePoint(c);
  }

  private String readVariable() {
    next();
    if (peek() != '{') {
      String name = readName();
      return "$" + name;
    }
    next();
    switch (peek()) {
      case EOF -> {
        return fail();
      }
      case '{', '}', ':' -> {
        return fail();
      }
      default -> {
        return ++depth > MAX_DEPTH ? fail() : leave(readBraced());
      }
    }
  }

  private String leave(String result) {
    depth--;
    return result;
  }

  private String readBraced() {
    int start = position;
    String name = readName();
    int c = next();
    if (c == '}') {
      return "${" + name + "}";
    }
    if (c == '/') {
      return readReplacement(name);
    }
    boolean nullIsUnset = c == ':';
    if (nullIsUnset) {
      c = next();
    } else if (c != '+' && c != '-' && c != '?' && c != '#' && c != '%') {
      return fail();
    }
    boolean pattern = c == '#' || c == '%';
    if (c == EOF || nullIsUnset && pattern) {
      return fail();
    }
    String head = text.substring(start, position);
    return "${" + head + readOperand('}', pattern) + "}";
  }

  private String readReplacement(String name) {
    if (peek() == '/') {
      next();
    }
    String pattern = readOperand('/', true);
    return "${" + name + "/" + pattern + "/" + readOperand('}', true) + "}";
  }

  private String readOperand(int stop, boolean escapesRaw) {
    String operand = readUntil(stop, escapesRaw, new Collector());
    // The words inside were nobody's; the buffer that they were read in is the outer word's all the same.
    word.setLength(0);
    return operand;
  }

  private String readName() {
    int start = position;
    int first = peek();
    if (first == EOF) {
      return "";
    }
    if (Character.isDigit(first)) {
      while (peek() != EOF && Character.isDigit(peek())) {
        next();
      }
    } else if ("@*#?-$!0".indexOf(first) >= 0) {
      next();
    } else {
      while (peek() != EOF && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
        next();
      }
    }
    return text.substring(start, position);
  }
}
