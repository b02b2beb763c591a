package dev.strake.frontend.lint;

import dev.strake.grammar.DirectiveLine;
import dev.strake.grammar.SyntaxDirective;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules run, and what their warnings mean.
 *
 * @param skipAll no rule runs, but for experimental ones that are asked for
 * @param skipped names of rules that do not run
 * @param experimentalAll all experimental rules run
 * @param experimental names of experimental rules that run
 * @param error whether warnings fail the build
 */
public record LintConfig(
    boolean skipAll, Set<String> skipped, boolean experimentalAll, Set<String> experimental, boolean error) {

  /** All rules run that are not experimental. */
  public static final LintConfig DEFAULT = new LintConfig(false, Set.of(), false, Set.of(), false);

  private static final String DIRECTIVE = "check";
  private static final String ALL = "all";
  private static final int OPTIONS = 3;

  public LintConfig {
    skipped = Set.copyOf(skipped);
    experimental = Set.copyOf(experimental);
  }

  /** What {@link #parse} finds. */
  public sealed interface Parsed {
    /** A configuration. */
    record Valid(LintConfig config) implements Parsed {}

    /** Not a configuration; {@code message} is the reference's sentence. */
    record Invalid(String message) implements Parsed {}
  }

  /**
   * The configuration of a file's own {@code # check=} directive; the default where it has none.
   *
   * @return empty where the directive cannot be read, which the sink is told
   */
  public static Optional<LintConfig> of(SourceFile file, DiagnosticSink sink) {
    Optional<SyntaxDirective> directive = SyntaxDirective.find(DIRECTIVE, file);
    if (directive.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    return switch (parse(directive.get().reference())) {
      case Parsed.Valid(LintConfig config) -> Optional.of(config);
      case Parsed.Invalid(String message) -> {
        sink.add(LintDiagnostics.invalidCheckOption(message, file, file.lineSpan(directive.get().line())));
        yield Optional.empty();
      }
    };
  }

  /** A check option, as in {@code # check=skip=all;error=true}: its configuration, or why it is none. */
  public static Parsed parse(String option) {
    String text = GoStrings.trimSpace(option);
    LintConfig config = DEFAULT;
    if (text.isEmpty()) {
      return new Parsed.Valid(config);
    }
    for (String part : text.split(";", OPTIONS)) {
      switch (config.with(part)) {
        case Parsed.Valid(LintConfig next) -> config = next;
        case Parsed.Invalid invalid -> {
          return invalid;
        }
      }
    }
    return new Parsed.Valid(config);
  }

  private Parsed with(String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      return new Parsed.Invalid("invalid check option " + GoQuote.quote(part));
    }
    String key = GoStrings.trimSpace(part.substring(0, equals));
    String value = GoStrings.trimSpace(part.substring(equals + 1));
    boolean all = value.equals(ALL);
    return switch (key) {
      case "skip" ->
          new Parsed.Valid(
              new LintConfig(skipAll || all, all ? skipped : names(value), experimentalAll, experimental, error));
      case "experimental" ->
          new Parsed.Valid(
              new LintConfig(skipAll, skipped, experimentalAll || all, all ? experimental : names(value), error));
      case "error" ->
          switch (GoBool.parse(value)) {
            case GoResult.Value<Boolean>(Boolean fails) ->
                new Parsed.Valid(new LintConfig(skipAll, skipped, experimentalAll, experimental, fails));
            case GoResult.Failure<Boolean>(String message) ->
                new Parsed.Invalid("failed to parse check option " + GoQuote.quote(part) + ": " + message);
          };
      default -> new Parsed.Invalid("invalid check option " + GoQuote.quote(key));
    };
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1)).map(GoStrings::trimSpace).collect(Collectors.toSet());
  }

  /** This configuration with what the first {@code check=} among {@code comments} skips and asks for added. */
  LintConfig mergedFrom(List<String> comments) {
    for (String comment : comments) {
      Optional<DirectiveLine> line = DirectiveLine.read(comment, 0, comment.length());
      if (line.isPresent() && line.get().name().equals(DIRECTIVE)) {
        String option = line.get().value().split(" ", 2)[0];
        return parse(option) instanceof Parsed.Valid(LintConfig config) ? merged(config) : this;
      }
    }
    return this;
  }

  /** This configuration with what {@code other} skips and asks for added; whether warnings fail stays as it is. */
  public LintConfig merged(LintConfig other) {
    return new LintConfig(
        skipAll || other.skipAll,
        union(skipped, other.skipped),
        experimentalAll || other.experimentalAll,
        union(experimental, other.experimental),
        error);
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    return Stream.concat(left.stream(), right.stream()).collect(Collectors.toSet());
  }

  /** Whether a rule runs. */
  boolean runs(LintRule rule) {
    return rule.experimental()
        ? experimentalAll || experimental.contains(rule.name())
        : !skipAll && !skipped.contains(rule.name());
  }
}
