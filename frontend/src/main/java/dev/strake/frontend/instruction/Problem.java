package dev.strake.frontend.instruction;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.Optional;

/**
 * An error in an instruction that is not placed in a file yet: a trigger's instruction stands in no file, and the
 * sentence is worded otherwise at the top of a file than behind it. Made by the catalogues of diagnostics only.
 *
 * @param code the diagnostic's code
 * @param message the reference's sentence, without a file or line in front
 * @param span the words in question; absent where the whole instruction is meant
 * @param help what to do; absent where no remedy is known
 */
public record Problem(String code, String message, Optional<Span> span, Optional<String> help) {

  /** A problem with a whole instruction. */
  public static Problem of(String code, String message) {
    return new Problem(code, message, Optional.empty(), Optional.empty());
  }

  Problem at(Span place) {
    return new Problem(code, message, Optional.of(place), help);
  }

  public Problem withHelp(String text) {
    return new Problem(code, message, span, Optional.of(text));
  }

  /** The same, whose words stand in no file. */
  public Problem unplaced() {
    return new Problem(code, message, Optional.empty(), help);
  }

  Problem withMessage(String text) {
    return new Problem(code, text, span, help);
  }

  /** This problem in a file, at its own words or else at {@code whole}; BuildKit is told of {@code lines}. */
  public Diagnostic in(SourceFile source, Span whole, LineRange lines) {
    Diagnostic error =
        Diagnostic.error(code, message, source, span.orElse(whole)).withLines(lines.first(), lines.last());
    return help.map(error::withHelp).orElse(error);
  }
}
