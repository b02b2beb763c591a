package dev.strake.frontend.instruction;

import dev.strake.frontend.expand.Expander;
import dev.strake.grammar.shell.Expansion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expands the words of one command, one after the other, and stops at the first that cannot be expanded. Mutable. */
final class FirstFailure {

  private final Expander expander;
  private @Nullable Problem problem;

  FirstFailure(Expander expander) {
    this.expander = expander;
  }

  /** The expanded word; the word itself behind the first failure. */
  String expand(String word) {
    if (problem != null) {
      return word;
    }
    Expansion expansion = expander.expand(word);
    if (expansion.error().isPresent()) {
      problem = InstructionDiagnostics.expansionFailed(expansion.error().get());
    }
    return expansion.text();
  }

  List<String> expand(List<String> words) {
    if (words.isEmpty()) {
      return words;
    }
    List<String> expanded = new ArrayList<>(words.size());
    for (String word : words) {
      expanded.add(expand(word));
    }
    return expanded;
  }

  /** {@code result}, made of expanded words, or the failure. */
  <T> Outcome<T> orElse(T result) {
    return problem == null ? Outcome.success(result) : Outcome.failure(problem);
  }
}
