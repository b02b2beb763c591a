package dev.strake.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** A parser over tokens that are leaves already. */
abstract class DockerfileParserBase extends Parser {

  DockerfileParserBase(TokenStream tokens) {
    super(tokens);
  }

  @Override
  public final TerminalNode createTerminalNode(ParserRuleContext parent, Token token) {
    return (SourceToken) token;
  }
}
