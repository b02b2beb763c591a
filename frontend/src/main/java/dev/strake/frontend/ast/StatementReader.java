package dev.strake.frontend.ast;

import dev.strake.frontend.ast.Statement.Flag;
import dev.strake.grammar.DockerfileLexer;
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

/** Makes the statements of logical lines. */
final class StatementReader {

  private final SyntaxTree tree;
  private final SourceFile file;
  private final FormReader forms;
  private final DiagnosticSink sink;
  private final FlagReader flagReader = new FlagReader();

  StatementReader(SyntaxTree tree, FormReader forms, DiagnosticSink sink) {
    this.tree = tree;
    this.file = tree.file();
    this.forms = forms;
    this.sink = sink;
  }

  /**
   * The statement of a line; empty when an error was reported.
   *
   * @param text the line's text
   * @param lines the line's place, to report for what is wrong
   */
  Optional<Statement> read(LineContext context, LogicalText text, LineRange lines) {
    InstructionContext instruction = (InstructionContext) context.getChild(0);
    List<String> comments = comments(context.getStart());
    Optional<Statement> bare = instruction(instruction, text, lines, comments);
    boolean heredocsFollow = context.getChild(context.getChildCount() - 1) instanceof HeredocContext;
    if (bare.isEmpty() || !heredocsFollow) {
      return bare;
    }
    HeredocReader reader = new HeredocReader(file, text, lines, sink);
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
        new LineRange(bare.lines().first(), file.lineOf(last.end())));
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
      InstructionContext context, LogicalText original, LineRange lines, List<String> comments) {
    ParserRuleContext keyword = (ParserRuleContext) context.getChild(0);
    String name = name(keyword, original);
    int last = context.getChildCount() - 1;
    boolean hasArguments = last > 0 && !(context.getChild(last) instanceof FlagContext);
    List<Flag> flags = flags(context, hasArguments ? last : last + 1, original);
    String rest = flags.isEmpty() ? "" : flagReader.rest();
    LogicalText arguments;
    Optional<Form> form;
    if (hasArguments && context.getChild(last) instanceof InstructionContext nested) {
      arguments = part(nested, original);
      form = instruction(nested, arguments, lines, List.of()).map(Form.Nested::new);
    } else {
      int end = original.value().length();
      ParserRuleContext child = (ParserRuleContext) context.getChild(last);
      arguments = (hasArguments ? part(child, original) : original.part(end, end)).behind(rest);
      form = forms.read(keyword.getStart().getType(), hasArguments && isArray(child), arguments, lines);
    }
    if (form.isEmpty()) {
      return Optional.empty();
    }
    Span span = new Span(context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
    return Optional.of(
        new Statement(name, original, flags, arguments, form.get(), List.of(), comments, span, lines));
  }

  private static boolean isArray(ParserRuleContext argument) {
    return argument.getStart().getType() == DockerfileLexer.JSON;
  }

  private static String name(ParserRuleContext keyword, LogicalText original) {
    int start = start(keyword, original);
    int end = end(keyword, original);
    // Nearly all are written in capitals, as their tokens' types are: these names are there already.
    String usual = DockerfileLexer.VOCABULARY.getSymbolicName(keyword.getStart().getType());
    boolean same = end - start == usual.length() && original.value().startsWith(usual, start);
    return same ? usual : original.value().substring(start, end);
  }

  /** The flags among the children {@code [1, to)}. */
  private List<Flag> flags(InstructionContext context, int to, LogicalText original) {
    if (to == 1) {
      return List.of();
    }
    List<Flag> flags = new ArrayList<>(to - 1);
    for (int i = 1; i < to; i++) {
      FlagContext flag = (FlagContext) context.getChild(i);
      if (flag.getStart().getType() == DockerfileLexer.FLAG) {
        int start = start(flag, original);
        int end = end(flag, original);
        flagReader.read(original.value(), start, end, tree.escape());
        flags.add(new Flag(flagReader.word(), original.span(start, end)));
      }
    }
    return flags;
  }

  private static LogicalText part(ParserRuleContext part, LogicalText original) {
    return original.part(start(part, original), end(part, original));
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
