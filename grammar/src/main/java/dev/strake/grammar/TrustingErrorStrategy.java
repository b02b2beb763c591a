package dev.strake.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * For a parser whose lexer hands over only what the grammar takes: there is nothing to recover from, and no look ahead
 * for it either. A token that does not fit is a bug.
 */
final class TrustingErrorStrategy extends DefaultErrorStrategy {

  @Override
  public void sync(Parser recognizer) {
    // Looking whether the next token fits costs more than matching it.
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw unexpected(recognizer);
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw unexpected(recognizer);
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    throw unexpected(recognizer);
  }

  private static IllegalStateException unexpected(Parser recognizer) {
    Token token = recognizer.getCurrentToken();
    String type = recognizer.getVocabulary().getSymbolicName(token.getType());
    return new IllegalStateException("the lexer's " + type + " at " + token.getStartIndex() + " does not fit");
  }
}
