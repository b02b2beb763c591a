package dev.strake.grammar;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * The lexer's state and its hand: which escape character holds, which heredocs are due, where a line ends. Each step
 * reads one thing, such as a whole logical line, and queues its tokens; ANTLR's own automaton is never run.
 */
abstract class DockerfileLexerBase extends Lexer {

  /** What comes next. */
  private enum Next {
    /** The file's first characters and its directives. */
    HEAD,
    /** A logical line, and what stands in front of it. */
    LINES,
    /** The body of a here-document. */
    HEREDOC
  }

  /** What ended the file before its end. */
  enum Excess {
    NONE,
    LINE_LENGTH,
    STATEMENTS,
    TOKENS,
    HEREDOCS,
    ONBUILD_DEPTH
  }

  private final TokenQueue queue = new TokenQueue(this);
  private final ArrayDeque<HeredocOpening> due = new ArrayDeque<>();
  private final String text;
  private final SyntaxLimits limits;
  private final PhysicalLines physical;
  private final LogicalLine line;
  private final InstructionReader instruction;
  private Next next = Next.HEAD;
  private char escape = '\\';
  private boolean escapeChosen;
  private Excess excess = Excess.NONE;
  private int statements;

  DockerfileLexerBase(CharStream input) {
    super(input);
    SourceChars source = (SourceChars) input;
    text = source.text();
    limits = source.limits();
    physical = new PhysicalLines(text, limits.lineBytes());
    // Between two pieces there is a token too.
    line = new LogicalLine(text, physical, limits.tokens() / 2);
    instruction = new InstructionReader(line, queue, limits.onbuildDepth());
  }

  /** The whole input. */
  final String text() {
    return text;
  }

  /** The escape character; final when all tokens are read. */
  char escape() {
    return escape;
  }

  Excess excess() {
    return excess;
  }

  @Override
  public Token nextToken() {
    while (queue.isEmpty()) {
      step();
    }
    return queue.remove();
  }

  private void step() {
    if (next == Next.HEREDOC) {
      readHeredoc(due.remove());
    } else if (queue.position() == text.length()) {
      queue.addEnd();
    } else if (queue.count() > limits.tokens()) {
      exceed(Excess.TOKENS);
    } else if (next == Next.HEAD) {
      readHead();
    } else {
      readLines();
    }
  }

  /** Everything from here to the end of the file goes into one token. */
  private void exceed(Excess reason) {
    excess = reason;
    queue.add(DockerfileLexer.EXCESS, text.length());
  }

  private void readHead() {
    if (queue.position() == 0 && text.charAt(0) == '\uFEFF') {
      queue.add(DockerfileLexer.BOM, 1);
      physical.skipTo(1);
    }
    if (!physical.advance()) {
      next = Next.LINES;
      return;
    }
    int mark = physical.firstNonSpace();
    Optional<DirectiveLine> directive =
        mark < physical.contentEnd() && text.charAt(mark) == '#'
            ? DirectiveLine.read(text, mark + 1, physical.contentEnd())
            : Optional.empty();
    if (directive.isPresent()) {
      choose(directive.get());
      queue.addSome(DockerfileLexer.SPACE, mark);
      queue.add(DockerfileLexer.DIRECTIVE, physical.contentEnd());
      queue.add(DockerfileLexer.LINE_END, physical.next());
    } else {
      physical.back();
      next = Next.LINES;
    }
  }

  /** The first {@code escape} counts, if it is right; what is wrong with it, and a second one, is told by others. */
  private void choose(DirectiveLine directive) {
    if (directive.name().equals("escape") && !escapeChosen) {
      escapeChosen = true;
      escape = directive.value().equals("`") ? '`' : '\\';
    }
  }

  private void readLines() {
    while (physical.advance()) {
      int first = physical.firstNonSpace();
      if (first < physical.contentEnd() && text.charAt(first) != '#') {
        queue.addSome(DockerfileLexer.TRIVIA, physical.start());
        readLogicalLine(first);
        return;
      }
    }
    queue.addSome(DockerfileLexer.TRIVIA, physical.next());
    if (physical.isOverlong()) {
      exceed(Excess.LINE_LENGTH);
    }
  }

  private void readLogicalLine(int first) {
    statements++;
    if (statements > limits.statements()) {
      exceed(Excess.STATEMENTS);
      return;
    }
    queue.addSome(DockerfileLexer.SPACE, first);
    if (!line.read(first, escape)) {
      exceed(Excess.TOKENS);
    } else if (!instruction.read(escape)) {
      exceed(Excess.ONBUILD_DEPTH);
    } else if (instruction.takesHeredocs() && line.value().contains("<<")) {
      openHeredocs(HeredocOpening.find(line.value()));
    }
  }

  private void openHeredocs(List<HeredocOpening> openings) {
    if (openings.size() > limits.heredocs()) {
      exceed(Excess.HEREDOCS);
    } else if (!openings.isEmpty()) {
      due.addAll(openings);
      next = Next.HEREDOC;
    }
  }

  private void readHeredoc(HeredocOpening opening) {
    boolean terminated = false;
    while (!terminated && physical.advance()) {
      terminated = isTerminator(opening);
    }
    if (terminated) {
      queue.addHeredoc(DockerfileLexer.HEREDOC_BODY, physical.start(), opening);
      queue.add(DockerfileLexer.HEREDOC_END, physical.next());
    } else {
      // It has taken the rest of the file, so there is nothing left for the next one.
      queue.addHeredoc(DockerfileLexer.HEREDOC_UNTERMINATED, physical.next(), opening);
      due.clear();
    }
    if (due.isEmpty()) {
      next = Next.LINES;
    }
  }

  private boolean isTerminator(HeredocOpening opening) {
    int start = physical.start();
    while (opening.chomp() && start < physical.contentEnd() && text.charAt(start) == '\t') {
      start++;
    }
    int length = opening.name().length();
    return physical.contentEnd() - start == length && text.startsWith(opening.name(), start);
  }
}
