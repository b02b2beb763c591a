/**
 * The line structure of a Dockerfile. LL(1): each alternative starts with tokens of its own, and the lexer hands over
 * only sequences that these rules take, so what is wrong with a file is said by whoever reads the tree.
 */
parser grammar DockerfileParser;

options {
  tokenVocab = DockerfileLexer;
  superClass = DockerfileParserBase;
  contextSuperClass = SyntaxNode;
}

dockerfile
  : directive* line* EXCESS? EOF
  ;

directive
  : DIRECTIVE LINE_END
  ;

line
  : instruction LINE_END heredoc*
  ;

instruction
  : keyword flag* argument?
  | onbuild flag* instruction?
  ;

keyword
  : ( ADD | ARG | CMD | COPY | ENTRYPOINT | ENV | EXPOSE | FROM | HEALTHCHECK | LABEL | MAINTAINER | RUN | SHELL
    | STOPSIGNAL | USER | VOLUME | WORKDIR | UNKNOWN_KEYWORD ) REST*
  ;

onbuild
  : ONBUILD REST*
  ;

flag
  : ( FLAG | FLAGS_END ) REST*
  ;

argument
  : ( JSON | TEXT ) REST*
  ;

heredoc
  : HEREDOC_BODY HEREDOC_END
  | HEREDOC_UNTERMINATED
  ;
