package dev.strake.frontend.ast;

import dev.strake.grammar.DockerfileLexer;
import dev.strake.grammar.DockerfileParser.HeredocContext;
import dev.strake.grammar.DockerfileParser.LineContext;
import dev.strake.grammar.HeredocOpening;
import dev.strake.grammar.HeredocToken;
import dev.strake.grammar.SyntaxDiagnostics;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Makes the here-documents of one logical line. */
final class HeredocReader {

  private final SourceFile file;
  private final LogicalText line;
  private final LineRange lines;
  private final DiagnosticSink sink;
  private int searched;

  HeredocReader(SourceFile file, LogicalText line, LineRange lines, DiagnosticSink sink) {
    this.file = file;
    this.line = line;
    this.lines = lines;
    this.sink = sink;
  }

  /** The here-documents; empty when an error was reported. */
  Optional<List<Heredoc>> read(LineContext context) {
    List<Heredoc> heredocs = new ArrayList<>();
    for (HeredocContext child : context.heredoc()) {
      HeredocToken body = (HeredocToken) child.getStart();
      Span place = findOpening(body.opening().name());
      if (body.getType() == DockerfileLexer.HEREDOC_UNTERMINATED) {
        int last = Math.max(body.getStopIndex(), body.getStartIndex() - 1);
        LineRange all = new LineRange(lines.first(), file.lineOf(last));
        sink.add(SyntaxDiagnostics.unterminatedHeredoc(file, place, all, body.opening().name()));
        return Optional.empty();
      }
      heredocs.add(heredoc(body, child.getStop()));
    }
    return Optional.of(heredocs);
  }

  private Heredoc heredoc(HeredocToken body, Token terminator) {
    HeredocOpening opening = body.opening();
    int terminatorLine = file.lineOf(terminator.getStartIndex());
    Span span = new Span(body.getStartIndex(), file.lineSpan(terminatorLine).end());
    String content = file.text().substring(body.getStartIndex(), body.getStopIndex() + 1);
    return new Heredoc(
        opening.name(), opening.fileDescriptor(), opening.expand(), opening.chomp(), content, span);
  }

  /**
   * Where a delimiter's opening stands in the line, from its angle brackets on. The words that openings are found in do
   * not tell their places, so it is looked for; a delimiter with quotes in it may not be found, and then the line is
   * meant.
   */
  private Span findOpening(String delimiter) {
    String text = line.value();
    int name = text.indexOf(delimiter, Math.max(searched, text.indexOf("<<", searched)));
    int angles = name < 0 ? -1 : text.lastIndexOf("<<", name);
    if (angles < searched) {
      return line.span();
    }
    searched = name + delimiter.length();
    return line.span(angles, searched);
  }
}
