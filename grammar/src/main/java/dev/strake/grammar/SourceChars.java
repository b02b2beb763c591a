package dev.strake.grammar;

import dev.strake.grammar.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A file as ANTLR's input, in UTF-16 code units: the unit of our spans. ANTLR's own streams count code points, and copy
 * the text. It also hands the limits to the lexer, whose constructor takes nothing but an input. The lexer takes the
 * text as a whole, so nobody reads it character by character.
 */
final class SourceChars implements CharStream {

  private final String text;
  private final String name;
  private final SyntaxLimits limits;

  SourceChars(SourceFile file, SyntaxLimits limits) {
    this.text = file.text();
    this.name = file.name();
    this.limits = limits;
  }

  String text() {
    return text;
  }

  SyntaxLimits limits() {
    return limits;
  }

  @Override
  public void consume() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int LA(int i) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole text stays in memory.
  }

  @Override
  public int index() {
    return 0;
  }

  @Override
  public void seek(int index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, interval.b + 1);
  }
}
