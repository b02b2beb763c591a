package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.instruction.Stages;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.shell.Expansion;
import dev.strake.llb.EnvList;
import dev.strake.llb.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Warnings about a file's stages as they are written, before anything is resolved. */
public final class StageWarnings {

  private StageWarnings() {}

  /** Names that are reserved, or that two stages have. */
  public static void names(List<Stage> stages, Linter linter) {
    Set<String> names = new HashSet<>();
    for (Stage stage : stages) {
      if (!stage.name().isEmpty()) {
        Place place = Place.of(stage.statement());
        LintRules.RESERVED_STAGE_NAME.check(linter, place, stage.name());
        if (!names.add(stage.name())) {
          LintRules.DUPLICATE_STAGE_NAME.report(linter, place, stage.name());
        }
      }
    }
  }

  /** Keywords in another case than most of the others. */
  public static void casing(List<Stage> stages, Linter linter) {
    List<Statement> statements = new ArrayList<>();
    for (Stage stage : stages) {
      statements.add(stage.statement());
      stage.commands().forEach(command -> statements.add(command.statement()));
    }
    LintRules.CONSISTENT_INSTRUCTION_CASING.check(linter, statements);
  }

  /** Base images that have no valid name where no build argument is given. */
  public static void defaultBaseNames(
      Stages instructions, EnvList predefined, WordExpander expander, SourceUnit unit) {
    // What is wrong with the arguments themselves is said later.
    Optional<GlobalArgs> defaults =
        GlobalArgs.evaluate(
            predefined, instructions.globalArgs(), Map.of(), expander, unit.file(), new DiagnosticSink());
    if (defaults.isEmpty()) {
      return;
    }
    for (Stage stage : instructions.stages()) {
      Expansion name = expander.expand(stage.baseName(), defaults.get().environment());
      if (name.error().isPresent()) {
        return;
      }
      if (!isImageName(name.text())) {
        LintRules.INVALID_DEFAULT_ARG_IN_FROM.report(unit.linter(), Place.of(stage.statement()), stage.baseName());
      }
    }
  }

  private static boolean isImageName(String text) {
    try {
      ImageReference.parseNormalized(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
