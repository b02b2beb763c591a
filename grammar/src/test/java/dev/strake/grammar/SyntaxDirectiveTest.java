package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxDirectiveTest {

  private static SourceFile file(String text) {
    return SourceFile.of("Dockerfile", text.replace('~', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "# syntax=a/b:1            | a/b:1 | a/b:1    | 1",
        "#syntax = a b c ~         | a     | a b c    | 1",
        "# SYNTAX=a                | a     | a        | 1",
        "\uFEFF# syntax=a          | a     | a        | 1",
        "#!/bin/x~# syntax=a       | a     | a        | 2",
        "# escape=`~# syntax=a     | a     | a        | 2",
        "// syntax=a b             | a     | a b      | 1",
        "//syntax=a                | a     | a        | 1",
        "{\"syntax\": \"a b\"}     | a b   | a b      | 0",
        "#!x~{\"x\":[1],\"syntax\":\"a\"} | a | a     | 1",
        "{\"syntax\":1,\"syntax\":\"a\"} | a | a      | 0",
      })
  void found(String text, String reference, String value, int line) {
    assertThat(SyntaxDirective.detect(file(text))).contains(new SyntaxDirective(reference, value, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "FROM a", "~# syntax=a", " # syntax=a", "# x~# syntax=a", "# escape=`~# escape=`~# syntax=a", "# syntax=",
        "{\"syntax\":1}", "{\"syntax\":\"a\"} x", "[\"syntax\"]", "{\"Syntax\":\"a\"}",
        "{\"syntax\":\"a\",\"syntax\":1}", "#!/x", "# syntax", "# check=a~FROM x~# syntax=a"
      })
  void notFound(String text) {
    assertThat(SyntaxDirective.detect(file(text))).isEmpty();
  }

  @Test
  void otherNamesAndNoOtherForms() {
    assertThat(SyntaxDirective.find("check", file("# syntax=a~# check=skip=all")))
        .contains(new SyntaxDirective("skip=all", "skip=all", 2));
    assertThat(SyntaxDirective.find("check", file("// check=skip=all"))).isEmpty();
  }
}
