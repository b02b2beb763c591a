/**
 * The tokens of a Dockerfile. The texts of all tokens, hidden ones included, put together are the file.
 *
 * A token never depends on what is evaluated, but nearly always on what stood before: the escape character that a
 * directive chose, the heredocs that the line above opened, whether a line starts an instruction or goes on with one.
 * DockerfileLexerBase keeps that and reads all tokens by hand: rules would be predicates and actions throughout, and cost
 * a step of the automaton for every character. So the types are named here, and what takes which characters stands there.
 */
lexer grammar DockerfileLexer;

options {
  superClass = DockerfileLexerBase;
}

tokens {
  // The file's first character, and the parser directives, for as long as no other line has come. BOM is hidden.
  BOM, DIRECTIVE,
  // Blank lines and comment lines, in one token however many. Hidden.
  TRIVIA,
  // What a logical line starts with. An empty one stands for a line that starts with a continuation.
  ADD, ARG, CMD, COPY, ENTRYPOINT, ENV, EXPOSE, FROM, HEALTHCHECK, LABEL, MAINTAINER, ONBUILD, RUN, SHELL,
  STOPSIGNAL, USER, VOLUME, WORKDIR, UNKNOWN_KEYWORD,
  // A keyword, a flag or an argument goes on behind a continuation.
  REST,
  FLAG, FLAGS_END,
  // What follows the flags: an array that Go's JSON decoder takes, or anything else.
  JSON, TEXT,
  // Between the parts of a line. Hidden.
  SPACE,
  // The escape character at a line's end, the line end, and the comments and blank lines that vanish behind it. Hidden.
  CONTINUATION,
  // At the end of the file, where no line end is, this token holds no text.
  LINE_END,
  HEREDOC_BODY, HEREDOC_END, HEREDOC_UNTERMINATED
}

// From the place where a limit is passed to the end of the file. ANTLR wants one rule at least, and runs none.
EXCESS : .+ ;
