package dev.strake.grammar;

import java.util.ArrayList;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** A node of the parse tree. Nearly all of them have one child or two, so they begin with room for no more. */
abstract class SyntaxNode extends ParserRuleContext {

  private static final int USUAL_CHILDREN = 2;

  SyntaxNode() {}

  SyntaxNode(ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  @Override
  public final <T extends ParseTree> T addAnyChild(T child) {
    if (children == null) {
      children = new ArrayList<>(USUAL_CHILDREN);
    }
    return super.addAnyChild(child);
  }
}
