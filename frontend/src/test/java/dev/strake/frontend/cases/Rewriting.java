package dev.strake.frontend.cases;

import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Ways of writing a Dockerfile otherwise without changing what it builds. */
enum Rewriting {
  COMMENTS((file, random) -> insertBefore(file, () -> "# a comment " + random.nextInt(100) + "\n")),

  BLANK_LINES((file, random) -> insertBefore(file, () -> "\n".repeat(random.nextInt(3)))),

  KEYWORD_CASE(
      (file, random) ->
          replaceKeywords(
              file,
              keyword -> random.nextBoolean() ? GoStrings.toLower(keyword) : GoStrings.toUpper(keyword))),

  CONTINUATION((file, random) -> continueBehindKeyword(file)),

  UNREACHABLE_STAGE((file, random) -> insertStage(file));

  private final BiFunction<Dockerfile, Random, String> rewrite;

  Rewriting(BiFunction<Dockerfile, Random, String> rewrite) {
    this.rewrite = rewrite;
  }

  String apply(Dockerfile file, Random random) {
    return rewrite.apply(file, random);
  }

  private static String insertBefore(Dockerfile file, Supplier<String> text) {
    StringBuilder out = new StringBuilder(file.source().text());
    for (Statement statement : file.statements().reversed()) {
      out.insert(lineStart(file, statement), text.get());
    }
    return out.toString();
  }

  private static String replaceKeywords(Dockerfile file, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder(file.source().text());
    for (Statement statement : file.statements().reversed()) {
      Span span = statement.span();
      int end = span.start() + statement.keyword().length();
      // A keyword that is itself continued on the next line is left alone.
      if (file.source().text().startsWith(statement.keyword(), span.start())) {
        out.replace(span.start(), end, change.apply(statement.keyword()));
      }
    }
    return out.toString();
  }

  private static String continueBehindKeyword(Dockerfile file) {
    String text = file.source().text();
    StringBuilder out = new StringBuilder(text);
    for (Statement statement : file.statements().reversed()) {
      int space = statement.span().start() + statement.keyword().length();
      boolean plain = text.startsWith(statement.keyword() + " ", statement.span().start()) && space + 1 < text.length();
      if (plain && Character.isLetterOrDigit(text.charAt(space + 1))) {
        out.insert(space + 1, file.escape() + "\n");
      }
    }
    return out.toString();
  }

  /** In front of the last stage, so that no number of a stage that can be copied from changes. */
  private static String insertStage(Dockerfile file) {
    List<Statement> stages =
        file.statements().stream().filter(each -> each.keyword().equalsIgnoreCase("FROM")).toList();
    int at = lineStart(file, stages.getLast());
    String stage = "FROM scratch AS nobody-needs-this\nCOPY x /y\n";
    return new StringBuilder(file.source().text()).insert(at, stage).toString();
  }

  private static int lineStart(Dockerfile file, Statement statement) {
    return file.source().lineSpan(file.source().lineOf(statement.span().start())).start();
  }
}
