package dev.strake.grammar;

import dev.strake.grammar.source.Whitespace;

/**
 * Takes a logical line apart: keyword, flags and argument, and behind {@code ONBUILD} those of the instruction in it.
 * Each part is one token, or, where continuations run through it, one token per piece.
 */
final class InstructionReader {

  private final LogicalLine line;
  private final TokenQueue tokens;
  private final int onbuildLimit;
  private final FlagReader flag = new FlagReader();
  private char escape;
  private int piece;
  private int at;
  private boolean heredocs;
  private boolean first;
  // Whether the arguments begin with what is left of a flag's last character.
  private boolean split;

  InstructionReader(LogicalLine line, TokenQueue tokens, int onbuildLimit) {
    this.line = line;
    this.tokens = tokens;
    this.onbuildLimit = onbuildLimit;
  }

  /** Queues the line's tokens, its end included; false when more {@code ONBUILD} are nested than the limit allows. */
  boolean read(char escapeCharacter) {
    escape = escapeCharacter;
    piece = 0;
    at = 0;
    first = true;
    int start = Whitespace.skip(line.value(), 0, line.length());
    int end = Whitespace.trimEnd(line.value(), start, line.length());
    if (!readInstructions(start, end)) {
      tokens.add(DockerfileLexer.LINE_END, tokens.position());
      return false;
    }
    add(DockerfileLexer.SPACE, DockerfileLexer.SPACE, line.length());
    while (piece + 1 < line.pieces()) {
      addContinuation();
    }
    if (line.isOpen()) {
      tokens.addSome(DockerfileLexer.CONTINUATION, line.next());
    }
    tokens.add(DockerfileLexer.LINE_END, line.next());
    return true;
  }

  /** Whether the instruction that was read last may open heredocs. */
  boolean takesHeredocs() {
    return heredocs;
  }

  private boolean readInstructions(int start, int end) {
    int type = readKeyword(start, end);
    int argument = readFlags(end);
    int depth = 0;
    while (type == DockerfileLexer.ONBUILD && argument < end) {
      if (++depth > onbuildLimit) {
        return false;
      }
      type = readKeyword(argument, end);
      argument = readFlags(end);
    }
    boolean array = argument < end && !split && Keywords.takesArray(type) && isArray(argument, end);
    // The reference looks for heredocs behind one ONBUILD, not behind two.
    heredocs = depth < 2 && !array && Keywords.takesHeredocs(type);
    add(array ? DockerfileLexer.JSON : DockerfileLexer.TEXT, DockerfileLexer.REST, end);
    return true;
  }

  private boolean isArray(int from, int to) {
    return line.charAt(from) == '[' && JsonArray.isArray(line.value().substring(from, to));
  }

  private int readKeyword(int from, int to) {
    int end = from;
    while (end < to && !Whitespace.separatesWords(line.charAt(end))) {
      end++;
    }
    int type = Keywords.typeOf(line.value(), from, end);
    if (tokens.position() == line.sourceStart(0) && line.valueEnd(0) == 0) {
      addToken(type, tokens.position());
      add(DockerfileLexer.SPACE, DockerfileLexer.SPACE, from);
      add(DockerfileLexer.REST, DockerfileLexer.REST, end);
    } else {
      add(type, DockerfileLexer.REST, end);
    }
    return type;
  }

  /** Reads flags up to the argument, and gives its start. */
  private int readFlags(int to) {
    boolean more = true;
    split = false;
    int next = Whitespace.skipSpaceBytes(line.value(), at, to);
    while (more && next + 1 < to && line.charAt(next) == '-' && line.charAt(next + 1) == '-') {
      add(DockerfileLexer.SPACE, DockerfileLexer.SPACE, next);
      int end = flag.read(line.value(), next, to, escape);
      more = !flag.isEnd();
      add(more ? DockerfileLexer.FLAG : DockerfileLexer.FLAGS_END, DockerfileLexer.REST, end);
      split = !flag.rest().isEmpty();
      if (split) {
        return end;
      }
      next = more ? Whitespace.skipSpaceBytes(line.value(), end, to) : end;
    }
    next = Whitespace.skip(line.value(), next, to);
    add(DockerfileLexer.SPACE, DockerfileLexer.SPACE, next);
    return next;
  }

  /** Queues what goes from here to {@code end}: its first piece as one type, the further ones as the other. */
  private void add(int first, int further, int end) {
    int type = first;
    while (at < end) {
      while (line.valueEnd(piece) <= at) {
        addContinuation();
      }
      int pieceEnd = Math.min(end, line.valueEnd(piece));
      addToken(type, line.sourceEnd(piece) - (line.valueEnd(piece) - pieceEnd));
      at = pieceEnd;
      type = further;
    }
  }

  private void addToken(int type, int end) {
    if (first) {
      tokens.addKeyword(type, end, line.toText());
      first = false;
    } else {
      tokens.add(type, end);
    }
  }

  private void addContinuation() {
    piece++;
    tokens.addSome(DockerfileLexer.CONTINUATION, line.sourceStart(piece));
  }
}
