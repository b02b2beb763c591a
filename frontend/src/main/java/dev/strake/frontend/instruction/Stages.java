package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.lint.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Dockerfile's instructions.
 *
 * @param globalArgs the {@code ARG} instructions in front of the first {@code FROM}
 * @param stages the stages, in order
 */
public record Stages(List<ArgCommand> globalArgs, List<Stage> stages) {
  public Stages {
    globalArgs = List.copyOf(globalArgs);
    stages = List.copyOf(stages);
  }

  /** Runs the rules about the stages' names and the keywords' case, which the reference runs behind its parse. */
  public void checkNamesAndCasing(Linter linter) {
    Set<String> seen = new HashSet<>();
    List<Statement> statements = new ArrayList<>();
    for (Stage stage : stages) {
      Place place = Place.of(stage.statement());
      LintRules.RESERVED_STAGE_NAME.check(linter, place, stage.name());
      if (!stage.name().isEmpty() && !seen.add(stage.name())) {
        LintRules.DUPLICATE_STAGE_NAME.report(linter, place, stage.name());
      }
      statements.add(stage.statement());
      stage.commands().forEach(command -> statements.add(command.statement()));
    }
    LintRules.CONSISTENT_INSTRUCTION_CASING.check(linter, statements);
  }
}
