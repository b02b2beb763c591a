package dev.strake.grammar.shell;

import dev.strake.grammar.source.Utf8Escapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one word, expands variables, and takes quotes and escapes off. What was not UTF-8 comes out as U+FFFD. What is
 * nested, quotes and substitutions, is kept on a stack of frames rather than on the thread's own, so that no depth is
 * too deep. Used once.
 *
 * <pre>{@code
 * ShellLexer.expand("${TAG:-latest}", '\\', Set.of(), Environment.EMPTY).text(); // latest
 * }</pre>
 */
public final class ShellLexer {

  /** Far beyond anything written by people; keeps the memory of a hostile file within bounds. */
  private static final int MAX_DEPTH = 1_000_000;

  /** Characters of one word's text. A variable that is made of itself twice, line by line, doubles with each line. */
  static final int MAX_LENGTH = 4 << 20;

  private final char escape;
  private final Set<ExpandOption> options;
  private final Environment environment;
  private final CodePoints in;
  // Only there where words are asked for.
  private final @Nullable Splitter splitter;
  private final Deque<Frame> frames = new ArrayDeque<>(4);
  // The text of all frames, one behind the other.
  private final StringBuilder out;
  private Set<String> matched = Set.of();
  private Set<String> unmatched = Set.of();
  private boolean finished;
  private @Nullable String error;

  private ShellLexer(
      String word, char escape, Set<ExpandOption> options, Environment environment, @Nullable Splitter splitter) {
    this.splitter = splitter;
    this.escape = escape;
    this.options = options;
    this.environment = environment;
    this.in = new CodePoints(Utf8Escapes.replaced(word));
    this.out = new StringBuilder(word.length());
  }

  /** What is being read. */
  private sealed interface Frame {

    /** Text up to a character; the outermost has no substitution and goes up to the end. */
    record Text(int stop, boolean rawEscapes, int start, @Nullable Substitution substitution) implements Frame {}

    /** Text in double quotes. */
    record Quoted(boolean rawEscapes, int start) implements Frame {}
  }

  /** Expands a word to one text. */
  public static Expansion expand(String word, char escape, Set<ExpandOption> options, Environment environment) {
    ShellLexer lexer = new ShellLexer(word, escape, options, environment, null);
    lexer.run();
    String text = lexer.error == null ? lexer.out.toString() : "";
    return new Expansion(text, lexer.matched, lexer.unmatched, Optional.ofNullable(lexer.error));
  }

  /** Expands a word, and splits it at white space that is not quoted. */
  public static WordList split(String word, char escape, Set<ExpandOption> options, Environment environment) {
    Splitter splitter = new Splitter();
    ShellLexer lexer = new ShellLexer(word, escape, options, environment, splitter);
    lexer.run();
    return new WordList(lexer.error == null ? splitter.finish() : List.of(), Optional.ofNullable(lexer.error));
  }

  private void run() {
    frames.push(new Frame.Text(CodePoints.END, options.contains(ExpandOption.RAW_ESCAPES), 0, null));
    while (error == null && !finished) {
      switch (frames.element()) {
        case Frame.Text text -> readText(text);
        case Frame.Quoted quoted -> readQuoted(quoted);
      }
    }
  }

  private void readText(Frame.Text frame) {
    int c = in.peek();
    boolean quotes = !options.contains(ExpandOption.LITERAL_QUOTES);
    if (c == CodePoints.END) {
      endText(frame);
    } else if (c == frame.stop()) {
      in.next();
      frames.pop();
      endSubstitution(frame);
    } else if (c == '$') {
      readDollar();
    } else if (c == '<') {
      readPossibleHeredoc();
    } else if (c == '\'' && quotes) {
      readSingleQuoted();
    } else if (c == '"' && quotes) {
      in.next();
      push(new Frame.Quoted(frame.rawEscapes(), out.length()));
      appendQuote('"');
    } else {
      readPlain(frame);
    }
  }

  private void endText(Frame.Text frame) {
    if (frame.stop() == CodePoints.END) {
      finished = true;
    } else {
      fail("unexpected end of statement while looking for matching " + Character.toString(frame.stop()));
    }
  }

  private void readPlain(Frame.Text frame) {
    if (in.peek() != escape) {
      if (splitter != null && atTop()) {
        splitter.add(in.peek());
        out.appendCodePoint(in.next());
      } else {
        in.copyPlain(frame.stop(), escape, out);
      }
      return;
    }
    int c = in.next();
    if (frame.rawEscapes()) {
      appendRaw(c);
    }
    int escaped = in.next();
    if (escaped != CodePoints.END) {
      appendRaw(escaped);
    }
  }

  private void appendRaw(int c) {
    if (splitter != null && atTop()) {
      splitter.addRaw(c);
    }
    out.appendCodePoint(c);
  }

  private void readPossibleHeredoc() {
    int start = out.length();
    in.next();
    out.append('<');
    if (in.peek() == '<') {
      in.next();
      out.append('<');
      // The blanks in front of a delimiter are part of its word.
      for (int c = in.peek(); c == ' ' || c == '\t' || c == '\r'; c = in.peek()) {
        out.appendCodePoint(in.next());
      }
    }
    splitRawFrom(start);
  }

  private void readSingleQuoted() {
    int start = out.length();
    in.next();
    appendQuote('\'');
    if (!in.copyUpTo('\'', out)) {
      fail("unexpected end of statement while looking for matching single-quote");
      return;
    }
    in.next();
    appendQuote('\'');
    splitRawFrom(start);
  }

  private void appendQuote(char quote) {
    if (options.contains(ExpandOption.RAW_QUOTES)) {
      out.append(quote);
    }
  }

  /** The text from {@code start} on belongs to one word. */
  private void splitRawFrom(int start) {
    if (splitter != null && atTop()) {
      splitter.addRaw(out.substring(start));
    }
  }

  private void readQuoted(Frame.Quoted frame) {
    int c = in.peek();
    if (c == CodePoints.END) {
      fail("unexpected end of statement while looking for matching double-quote");
    } else if (c == '"') {
      in.next();
      appendQuote('"');
      frames.pop();
      splitRawFrom(frame.start());
    } else if (c == '$') {
      readDollar();
    } else {
      if (c == escape) {
        in.next();
        readEscapeInQuotes(frame);
      } else {
        in.copyPlain('"', escape, out);
      }
    }
  }

  /** In quotes, the escape character escapes itself, the quote and the dollar sign only. */
  private void readEscapeInQuotes(Frame.Quoted frame) {
    if (frame.rawEscapes()) {
      out.append(escape);
    }
    int c = in.peek();
    if (c == '"' || c == '$' || c == escape) {
      out.appendCodePoint(in.next());
    } else if (c != CodePoints.END) {
      out.append(escape);
    }
  }

  private void readDollar() {
    in.next();
    if (in.peek() == '{') {
      in.next();
      readBraces();
      return;
    }
    String name = readName();
    if (name.isEmpty()) {
      appendValue("$");
    } else {
      appendVariable(name, "$" + name);
    }
  }

  private void appendVariable(String name, String written) {
    String value = lookUp(name);
    if (value != null) {
      appendValue(value);
    } else {
      appendValue(options.contains(ExpandOption.KEEP_UNSET) ? written : "");
    }
  }

  private void readBraces() {
    int first = in.peek();
    if (first == CodePoints.END) {
      fail("syntax error: missing '}'");
      return;
    }
    if (first == '{' || first == '}' || first == ':') {
      fail("syntax error: bad substitution");
      return;
    }
    String name = readName();
    int c = in.next();
    switch (c) {
      case '}' -> appendVariable(name, "${" + name + "}");
      case '/' -> {
        boolean all = in.peek() == '/';
        if (all) {
          in.next();
        }
        pushText('/', true, new Substitution.Pattern(name, all));
      }
      case ':', '+', '-', '?', '#', '%' -> readOperator(name, c);
      default -> fail("unsupported modifier (" + CodePoints.toText(c) + ") in substitution");
    }
  }

  private void readOperator(String name, int first) {
    boolean nullIsUnset = first == ':';
    int operator = nullIsUnset ? in.next() : first;
    String modifier = nullIsUnset ? ":" + CodePoints.toText(operator) : Character.toString(operator);
    boolean pattern = operator == '#' || operator == '%';
    if (nullIsUnset && pattern) {
      fail("unsupported modifier (" + modifier + ") in substitution");
      return;
    }
    pushText('}', pattern, new Substitution.Operator(name, modifier, operator, nullIsUnset));
  }

  private void pushText(int stop, boolean rawEscapes, Substitution substitution) {
    if (splitter != null) {
      splitter.forgetWord();
    }
    push(new Frame.Text(stop, rawEscapes, out.length(), substitution));
  }

  private void push(Frame frame) {
    if (frames.size() == MAX_DEPTH) {
      fail("substitutions and quotes nested more than " + MAX_DEPTH + " levels deep");
    } else {
      frames.push(frame);
    }
  }

  private void endSubstitution(Frame.Text frame) {
    String text = out.substring(frame.start());
    out.setLength(frame.start());
    boolean keepUnset = options.contains(ExpandOption.KEEP_UNSET);
    switch (frame.substitution()) {
      case null -> throw new IllegalStateException("the outermost text has no end but the word's");
      case Substitution.Pattern(String name, boolean all) ->
          pushText('}', true, new Substitution.Replacement(name, all, text));
      case Substitution.Operator operator -> {
        String value = lookUp(operator.name());
        append(
            keepUnset && value == null
                ? Substitution.Result.of(operator.written(text))
                : operator.apply(value, text));
      }
      case Substitution.Replacement replacement -> {
        String value = lookUp(replacement.name());
        append(
            keepUnset && value == null
                ? Substitution.Result.of(replacement.written(text))
                : replacement.apply(value, text));
      }
    }
  }

  private void append(Substitution.Result result) {
    if (result.text() != null) {
      appendValue(result.text());
    } else if (result.error() != null) {
      fail(result.error());
    }
  }

  private void appendValue(String value) {
    if (value.length() > MAX_LENGTH - out.length()) {
      fail("the text is longer than " + MAX_LENGTH + " characters");
      return;
    }
    if (splitter != null && atTop()) {
      splitter.add(value);
    }
    out.append(value);
  }

  private boolean atTop() {
    return frames.size() == 1;
  }

  private @Nullable String lookUp(String name) {
    String value = environment.get(name);
    if (value == null) {
      unmatched = with(name, unmatched);
    } else {
      matched = with(name, matched);
    }
    return value;
  }

  /** Most words have no variables, and need no set that can grow. */
  private static Set<String> with(String name, Set<String> names) {
    Set<String> more = names.isEmpty() ? new LinkedHashSet<>(4) : names;
    more.add(name);
    return more;
  }

  /** A name: digits, or one special character, or letters, digits and underscores; empty where there is none. */
  private String readName() {
    int c = in.peek();
    if (c != CodePoints.END && "@*#?-$!0".indexOf(c) >= 0 && !Character.isDigit(c)) {
      return Character.toString(in.next());
    }
    boolean digits = c != CodePoints.END && Character.isDigit(c);
    StringBuilder name = new StringBuilder();
    while (c != CodePoints.END && (Character.isDigit(c) || (!digits && (Character.isLetter(c) || c == '_')))) {
      name.appendCodePoint(in.next());
      c = in.peek();
    }
    return name.toString();
  }

  /** Ends the reading. Where the text is at its end, the outermost open substitution is what misses something. */
  private void fail(String message) {
    error = message;
    if (!in.atEnd()) {
      return;
    }
    for (Iterator<Frame> outermost = frames.descendingIterator(); outermost.hasNext(); ) {
      if (outermost.next() instanceof Frame.Text text && text.substitution() != null) {
        error = text.substitution().missing();
        return;
      }
    }
  }
}
