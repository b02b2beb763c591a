/**
 * The tokens of a Dockerfile, and the places (modes) in which each of them can stand.
 *
 * The texts of all tokens, hidden ones included, put together are the file. A token never depends on what is evaluated,
 * but nearly always on what stood before: the escape character that a directive chose, the heredocs that the line above
 * opened, whether a line starts an instruction or goes on with one. That state is in DockerfileLexerBase, which also
 * reads the long runs by hand: a rule for each kind of run would cost a step of the automaton for every character. So
 * the rules below give each run its name, its channel and its mode; where a run ends, the base class knows.
 */
lexer grammar DockerfileLexer;

options {
  superClass = DockerfileLexerBase;
}

tokens {
  // What a logical line starts with. An empty one stands for a line that starts with a continuation.
  ADD, ARG, CMD, COPY, ENTRYPOINT, ENV, EXPOSE, FROM, HEALTHCHECK, LABEL, MAINTAINER, ONBUILD, RUN, SHELL,
  STOPSIGNAL, USER, VOLUME, WORKDIR, UNKNOWN_KEYWORD,
  // A keyword, a flag or an argument goes on behind a continuation.
  REST,
  FLAG, FLAGS_END,
  // What follows the flags: an array that Go's JSON decoder takes, or anything else.
  JSON, TEXT,
  HEREDOC_BODY, HEREDOC_END, HEREDOC_UNTERMINATED
}

// The file's first characters, and parser directives, for as long as no other line has come.
BOM : '\uFEFF' -> channel(HIDDEN) ;
DIRECTIVE : '#' ~'\n'+ ;

mode LINES;
  // Blank lines and comment lines, in one token however many.
  TRIVIA : (~'\n'* '\n')+ -> channel(HIDDEN) ;
  // From the place where a limit is passed to the end of the file.
  EXCESS : .+ ;

mode LINE;
  SPACE : [ \t]+ -> channel(HIDDEN) ;
  // The escape character at a line's end, the line end, and the comments and blank lines that vanish behind it.
  CONTINUATION : [\\`] [ \t]* '\r'* '\n' -> channel(HIDDEN) ;
  // At the end of the file, where no line end is, this token holds no text.
  LINE_END : '\r'* '\n' -> mode(LINES) ;

mode HEREDOC;
  HEREDOC_LINE : ~'\n'* '\n' -> type(HEREDOC_BODY) ;
