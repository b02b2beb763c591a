package dev.strake.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

abstract class DockerfileLexerBase extends Lexer {
  DockerfileLexerBase(CharStream input) {
    super(input);
  }
}
