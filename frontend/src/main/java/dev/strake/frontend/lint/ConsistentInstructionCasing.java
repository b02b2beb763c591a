package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.ast.Statement;
import dev.strake.llb.go.GoStrings;
import java.util.List;

/** All keywords of a file are in the same case. */
public final class ConsistentInstructionCasing extends LintRule {

  ConsistentInstructionCasing() {
    super(
        "ConsistentInstructionCasing",
        "All commands within the Dockerfile should use the same casing (either upper or lower)",
        "consistent-instruction-casing");
  }

  /** Warns at every keyword that is not in the case of the majority; a tie goes to upper case. */
  public void check(Linter linter, List<Statement> statements) {
    boolean lower = mostlyLower(statements);
    for (Statement statement : statements) {
      String keyword = statement.keyword();
      String correct = lower ? GoStrings.toLower(keyword) : GoStrings.toUpper(keyword);
      if (!keyword.equals(correct)) {
        String message =
            "Command '"
                + keyword
                + "' should match the case of the command majority ("
                + (lower ? "lowercase" : "uppercase")
                + ")";
        linter.report(this, Place.of(statement), message);
      }
    }
  }

  private static boolean mostlyLower(List<Statement> statements) {
    int balance = 0;
    for (Statement statement : statements) {
      String keyword = statement.keyword();
      if (keyword.equals(GoStrings.toLower(keyword))) {
        balance++;
      } else if (keyword.equals(GoStrings.toUpper(keyword))) {
        balance--;
      }
    }
    return balance > 0;
  }
}
