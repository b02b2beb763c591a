package dev.strake.frontend.subrequest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.lint.LintRule;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.LineExcerpt;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.TooLargeException;
import dev.strake.llb.go.Utf8Output;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to {@code frontend.lint}: the warnings, and the error that ended the look at the file. */
public final class LintAnswer {

  private static final String VERSION = "1.0.0";

  private final List<Diagnostic> warnings;
  private final Optional<Diagnostic> error;
  private final Optional<String> refusal;
  private final SourceInfo source;
  private final long limit;

  private LintAnswer(List<Diagnostic> all, SourceInfo source, Optional<String> refusal, long limit) {
    this.warnings = all.stream().filter(each -> !each.isError()).toList();
    this.error = all.stream().filter(Diagnostic::isError).findFirst();
    this.source = source;
    this.refusal = refusal;
    this.limit = limit;
  }

  /**
   * The answer as a result's metadata.
   *
   * @param all what was found
   * @param refusal what the daemon said when it refused a call
   * @param limit how many bytes the answer may have
   * @throws TooLargeException when it has more
   */
  public static Map<String, byte[]> metadata(
      List<Diagnostic> all, SourceInfo source, Optional<String> refusal, long limit) {
    LintAnswer answer = new LintAnswer(all, source, refusal, limit);
    Map<String, byte[]> metadata = new HashMap<>(Answers.of(answer.json(), answer.text(), VERSION));
    metadata.put(Subrequests.STATUS, (answer.isClean() ? "0" : "1").getBytes(UTF_8));
    return metadata;
  }

  private boolean isClean() {
    return warnings.isEmpty() && error.isEmpty() && refusal.isEmpty();
  }

  private GoJsonWriter json() {
    GoJsonWriter json = GoJsonWriter.indented("  ", limit).beginObject().name("warnings");
    if (warnings.isEmpty()) {
      json.nothing();
    } else {
      json.array(warnings, LintAnswer::warning);
    }
    json.name("sources").beginArray();
    SourceInfoJson.write(json, source);
    json.endArray();
    Optional<String> message = error.map(Diagnostic::message).or(() -> refusal);
    if (message.isPresent()) {
      json.name("buildError").beginObject().name("message").string(message.get());
      json.name("location").beginObject();
      Answers.ranges(json, error.map(LintAnswer::inOrder).orElse(List.of()));
      json.endObject().endObject();
    }
    return json.endObject();
  }

  private static void warning(GoJsonWriter json, Diagnostic warning) {
    json.beginObject().name("ruleName").string(warning.code());
    Answers.text(json, "description", LintRules.find(warning.code()).map(LintRule::description).orElse(""));
    Answers.text(json, "url", warning.url().orElse(""));
    Answers.text(json, "detail", warning.message());
    json.name("location").beginObject();
    Answers.ranges(json, ranges(warning));
    json.endObject().endObject();
  }

  private static List<LineRange> ranges(Diagnostic diagnostic) {
    return diagnostic.eachLine();
  }

  /** Each line of an error once, from the first: only those of a warning are told in the order they were found. */
  private static List<LineRange> inOrder(Diagnostic error) {
    List<LineRange> lines = ranges(error);
    return error.labels().isEmpty()
        ? lines
        : lines.stream().distinct().sorted(Comparator.comparing(LineRange::first)).toList();
  }

  private String text() {
    Utf8Output text = new Utf8Output(limit);
    LineExcerpt lines = new LineExcerpt(source.filename(), source.data());
    warnings.stream().sorted(Comparator.comparing(LintAnswer::line)).forEach(each -> append(text, lines, each));
    return text.toString();
  }

  /** Warnings without a place come first. */
  private static int line(Diagnostic warning) {
    return warning.lines().map(LineRange::first).orElse(-1);
  }

  private static void append(Utf8Output out, LineExcerpt lines, Diagnostic warning) {
    StringBuilder text = out.text();
    text.append("\nWARNING: ").append(warning.code());
    warning.url().ifPresent(url -> text.append(" - ").append(url));
    text.append('\n').append(warning.message()).append('\n');
    text.append(lines.around(ranges(warning)));
    out.flush();
  }
}
