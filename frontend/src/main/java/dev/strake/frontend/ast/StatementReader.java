package dev.strake.frontend.ast;

import dev.strake.frontend.ast.Statement.Flag;
import dev.strake.grammar.DockerfileLexer;
import dev.strake.grammar.DockerfileParser.ArgumentContext;
import dev.strake.grammar.DockerfileParser.FlagContext;
import dev.strake.grammar.DockerfileParser.HeredocContext;
import dev.strake.grammar.DockerfileParser.InstructionContext;
import dev.strake.grammar.DockerfileParser.LineContext;
import dev.strake.grammar.FlagReader;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the statement of one logical line. */
final class StatementReader {

  private final SyntaxTree tree;
  private final SourceFile file;
  private final LineText text;
  private final LineRange lines;
  private final FormReader forms;
  private final DiagnosticSink sink;

  StatementReader(SyntaxTree tree, LineText text, LineRange lines, WordBudget budget, DiagnosticSink sink) {
    this.tree = tree;
    this.file = tree.file();
    this.text = text;
    this.lines = lines;
    this.forms = new FormReader(tree, lines, budget, sink);
    this.sink = sink;
  }

  /** The statement; empty when an error was reported. */
  Optional<Statement> read(LineContext context) {
    InstructionContext instruction = (InstructionContext) context.getChild(0);
    List<String> comments = comments(context.getStart());
    Optional<Statement> bare = instruction(instruction, text.value(), comments);
    boolean heredocsFollow = context.getChild(context.getChildCount() - 1) instanceof HeredocContext;
    if (bare.isEmpty() || !heredocsFollow) {
      return bare;
    }
    HeredocReader reader = new HeredocReader(file, text.value(), lines, sink);
    return reader.read(context).map(heredocs -> withHeredocs(bare.get(), heredocs));
  }

  private Statement withHeredocs(Statement bare, List<Heredoc> heredocs) {
    Span last = heredocs.get(heredocs.size() - 1).span();
    return new Statement(
        bare.keyword(),
        bare.original(),
        bare.flags(),
        bare.arguments(),
        bare.form(),
        heredocs,
        bare.comments(),
        bare.span().cover(last),
        new LineRange(lines.first(), file.lineOf(last.end())));
  }

  private List<String> comments(Token first) {
    int index = first.getTokenIndex() - 1;
    if (index >= 0 && tree.tokens().get(index).getType() == DockerfileLexer.SPACE) {
      index--;
    }
    Token trivia = index < 0 ? first : tree.tokens().get(index);
    return trivia.getType() == DockerfileLexer.TRIVIA
        ? Comments.read(file.text(), trivia.getStartIndex(), trivia.getStopIndex() + 1)
        : List.of();
  }

  /** Reads an instruction; {@code original} is its text, from its keyword on, but for white space. */
  private Optional<Statement> instruction(
      InstructionContext context, LogicalText original, List<String> comments) {
    ParserRuleContext keyword = (ParserRuleContext) context.getChild(0);
    String name = original.value().substring(start(keyword, original), end(keyword, original));
    List<Flag> flags = List.of();
    LogicalText arguments = original.part(original.value().length(), original.value().length());
    Optional<Form> form = Optional.empty();
    boolean hasArguments = false;
    for (int i = 1; i < context.getChildCount(); i++) {
      ParserRuleContext child = (ParserRuleContext) context.getChild(i);
      if (child instanceof FlagContext flag) {
        flags = flags.isEmpty() ? new ArrayList<>() : flags;
        addFlag(flag, original, flags);
      } else {
        hasArguments = true;
        arguments = original.part(start(child, original), end(child, original));
        form =
            child instanceof InstructionContext nested
                ? instruction(nested, arguments, List.of()).map(Form.Nested::new)
                : forms.read(keyword.getStart().getType(), arguments);
      }
    }
    if (!hasArguments) {
      form = Optional.of(new Form.Empty());
    }
    List<Flag> allFlags = flags;
    LogicalText allArguments = arguments;
    Span span = new Span(context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
    return form.map(
        shape -> new Statement(name, original, allFlags, allArguments, shape, List.of(), comments, span, lines));
  }

  private void addFlag(FlagContext context, LogicalText original, List<Flag> flags) {
    if (context.getStart().getType() == DockerfileLexer.FLAG) {
      int start = start(context, original);
      int end = end(context, original);
      String word = FlagReader.unquote(original.value().substring(start, end), tree.escape());
      flags.add(new Flag(word, original.span(start, end)));
    }
  }

  private static int start(ParserRuleContext part, LogicalText original) {
    Token first = part.getStart();
    // The empty keyword of a line that starts with a continuation stands in front of all white space.
    if (first.getStopIndex() < first.getStartIndex() && part.getChildCount() > 1) {
      first = ((TerminalNode) part.getChild(1)).getSymbol();
    }
    return original.indexOf(first.getStartIndex());
  }

  private static int end(ParserRuleContext part, LogicalText original) {
    Token last = part.getStop();
    return last.getStopIndex() < last.getStartIndex()
        ? original.indexOf(last.getStartIndex())
        : original.indexOf(last.getStopIndex()) + 1;
  }
}
