package dev.strake.bridge.cli;

import dev.strake.frontend.LintReport;
import dev.strake.frontend.lint.LintRule;
import dev.strake.frontend.lint.LintRules;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoJsonWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check has found in SARIF 2.1.0, the format in which code hosts and editors take findings. */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final List<Diagnostic> found;
  private final String uri;
  // The ids of all rules, in their order, each with its place.
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  /**
   * @param path the Dockerfile's, with slashes; relative where the findings are to be shown beside a checked-out tree
   */
  SarifReport(LintReport report, String path) {
    this.found = new ArrayList<>(report.found());
    report.refusal().map(CliDiagnostics::refused).ifPresent(found::add);
    this.uri = encoded(path);
    LintRules.all().forEach(rule -> rules.put(rule.name(), rules.size()));
    found.forEach(each -> rules.putIfAbsent(each.code(), rules.size()));
  }

  String render() {
    GoJsonWriter json = GoJsonWriter.indented("  ").beginObject();
    json.name("$schema").string(SCHEMA).name("version").string("2.1.0");
    json.name("runs").beginArray().beginObject();
    tool(json);
    // The columns of source files count code points.
    json.name("columnKind").string("unicodeCodePoints");
    json.name("results").beginArray();
    found.forEach(each -> result(json, each));
    return json.endArray().endObject().endArray().endObject() + "\n";
  }

  private void tool(GoJsonWriter json) {
    json.name("tool").beginObject().name("driver").beginObject().name("name").string("strake");
    json.name("version").string(Release.NUMBER);
    json.name("rules").array(List.copyOf(rules.keySet()), SarifReport::rule).endObject().endObject();
  }

  /** A lint rule, or an error, of which there is no more to say than its code. */
  private static void rule(GoJsonWriter json, String id) {
    LintRules.find(id).ifPresentOrElse(rule -> rule(json, rule), () -> error(json, id));
  }

  private static void error(GoJsonWriter json, String code) {
    json.beginObject().name("id").string(code);
    text(json, "shortDescription", code.replace('-', ' '));
    json.name("defaultConfiguration").beginObject().name("level").string("error").endObject().endObject();
  }

  private static void rule(GoJsonWriter json, LintRule rule) {
    json.beginObject().name("id").string(rule.name());
    text(json, "shortDescription", rule.description());
    rule.url().ifPresent(page -> json.name("helpUri").string(page));
    json.name("defaultConfiguration").beginObject();
    json.name("enabled").bool(!rule.experimental()).name("level").string("warning").endObject().endObject();
  }

  private void result(GoJsonWriter json, Diagnostic each) {
    json.beginObject().name("ruleId").string(each.code()).name("ruleIndex").number(rules.get(each.code()));
    json.name("level").string(each.isError() ? "error" : "warning");
    text(json, "message", each.message() + each.help().map(help -> "\n" + help).orElse(""));
    json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").string(uri).endObject();
    region(json, each);
    json.endObject().endObject().endArray().endObject();
  }

  private static void region(GoJsonWriter json, Diagnostic found) {
    Optional<SourceFile> file = found.source();
    if (file.isPresent() && found.span().isPresent()) {
      Span span = found.span().get();
      json.name("region").beginObject();
      position(json, "start", file.get(), span.start());
      position(json, "end", file.get(), span.end());
      json.endObject();
    } else {
      // What BuildKit tells to be in front of the first line is the whole file's.
      found.lines().filter(lines -> lines.first() > 0).ifPresent(lines -> {
        json.name("region").beginObject().name("startLine").number(lines.first());
        json.name("endLine").number(Math.max(lines.first(), lines.last())).endObject();
      });
    }
  }

  private static void position(GoJsonWriter json, String end, SourceFile file, int offset) {
    json.name(end + "Line").number(file.lineOf(offset)).name(end + "Column").number(file.columnOf(offset));
  }

  private static void text(GoJsonWriter json, String name, String text) {
    json.name(name).beginObject().name("text").string(text).endObject();
  }

  private static String encoded(String path) {
    try {
      // A colon in the first part of a relative reference would end a scheme.
      String reference = path.startsWith("/") ? path : "./" + path;
      return new URI(null, null, reference, null).toASCIIString().replaceFirst("^\\./(?=[^:]*$)", "");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
