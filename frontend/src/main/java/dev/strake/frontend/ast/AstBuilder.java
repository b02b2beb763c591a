package dev.strake.frontend.ast;

import dev.strake.grammar.DirectiveLine;
import dev.strake.grammar.DockerfileLexer;
import dev.strake.grammar.DockerfileParser.DirectiveContext;
import dev.strake.grammar.DockerfileParser.LineContext;
import dev.strake.grammar.DockerfileSyntax;
import dev.strake.grammar.KeywordToken;
import dev.strake.grammar.LineText;
import dev.strake.grammar.SyntaxDiagnostics;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Makes the syntax tree of a Dockerfile.
 *
 * <pre>{@code
 * Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink);
 * }</pre>
 */
public final class AstBuilder {

  private final SyntaxTree tree;
  private final DiagnosticSink sink;
  private final List<Directive> directives = new ArrayList<>();
  private final Map<String, Span> seen = new HashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Integer> emptyContinuations = new ArrayList<>();
  private final StatementReader reader;
  private boolean anyLine;

  private AstBuilder(SyntaxTree tree, DiagnosticSink sink) {
    this.tree = tree;
    this.sink = sink;
    WordBudget budget = new WordBudget(tree.limits().words());
    this.reader = new StatementReader(tree, new FormReader(tree, budget, sink), sink);
  }

  /**
   * Reads a file: all its statements that could be read, and an error in the sink for each of the others, in the order
   * of the file.
   */
  public static Dockerfile parse(SourceFile file, SyntaxLimits limits, DiagnosticSink sink) {
    DiagnosticSink limitErrors = new DiagnosticSink();
    DiagnosticSink found = new DiagnosticSink();
    Dockerfile dockerfile = build(DockerfileSyntax.parse(file, limits, limitErrors), found);
    // At one place, a limit comes last: with it the reading ended.
    found.addAll(limitErrors);
    List<Diagnostic> sorted = new ArrayList<>(found.all());
    sorted.sort((left, right) -> Integer.compare(start(left), start(right)));
    sorted.forEach(sink::add);
    return dockerfile;
  }

  private static int start(Diagnostic diagnostic) {
    return diagnostic.span().map(Span::start).orElse(-1);
  }

  /** Makes the tree of what was parsed. */
  public static Dockerfile build(SyntaxTree tree, DiagnosticSink sink) {
    AstBuilder builder = new AstBuilder(tree, sink);
    for (int i = 0; i < tree.root().getChildCount(); i++) {
      builder.add(tree.root().getChild(i));
    }
    if (!builder.anyLine && !tree.refused()) {
      builder.reportNoInstructions();
    }
    return new Dockerfile(
        tree.file(), tree.escape(), builder.directives, builder.statements, builder.emptyContinuations);
  }

  private void add(ParseTree child) {
    switch (child) {
      case DirectiveContext directive -> addDirective(directive.getStart());
      case LineContext line -> addStatement(line);
      default -> {
        // The end of the file, or what a limit has cut off.
      }
    }
  }

  private void addDirective(Token token) {
    Span span = new Span(token.getStartIndex(), token.getStopIndex() + 1);
    DirectiveLine line =
        DirectiveLine.read(tree.file().text(), span.start() + 1, span.end()).orElseThrow();
    Span first = seen.putIfAbsent(line.name(), span);
    if (first != null) {
      sink.add(SyntaxDiagnostics.repeatedDirective(tree.file(), span, line.name(), first));
      return;
    }
    if (line.name().equals("escape") && !line.value().equals("`") && !line.value().equals("\\")) {
      sink.add(SyntaxDiagnostics.invalidEscape(tree.file(), line.valueSpan(), line.value()));
    }
    directives.add(new Directive(line.name(), line.value(), span));
  }

  private void addStatement(LineContext line) {
    anyLine = true;
    KeywordToken start = (KeywordToken) line.getStart();
    LineText text = start.line();
    SourceFile file = tree.file();
    LineRange lines = new LineRange(file.lineOf(start.getStartIndex()), file.lineOf(text.last()));
    if (text.blankLines()) {
      emptyContinuations.add(lines.last());
    }
    reader.read(line, LogicalText.of(text), lines).ifPresent(statements::add);
  }

  private void reportNoInstructions() {
    SourceFile file = tree.file();
    List<Token> tokens = tree.tokens();
    Token last = tokens.get(Math.max(0, tokens.size() - 2));
    // Behind what a limit has cut off, nothing was read.
    int end = last.getType() == DockerfileLexer.EXCESS ? last.getStartIndex() : file.text().length();
    int lines = end == 0 ? 0 : file.lineOf(end - 1);
    sink.add(SyntaxDiagnostics.noInstructions(file, Span.at(end), lines));
  }
}
