package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** {@code CMD}, {@code ENTRYPOINT} and {@code HEALTHCHECK} stand once in a stage. */
public final class MultipleInstructionsDisallowed extends LintRule {

  MultipleInstructionsDisallowed() {
    super(
        "MultipleInstructionsDisallowed",
        "Multiple instructions of the same type should not be used in the same stage",
        "multiple-instructions-disallowed");
  }

  /**
   * Warns about an instruction that a later one of its kind makes void.
   *
   * @param earlier the earlier instruction's place
   * @param keyword the later instruction's keyword
   */
  public void report(Linter linter, Place earlier, String keyword) {
    String message =
        "Multiple "
            + keyword
            + " instructions should not be used in the same stage because only the last one will be used";
    linter.report(this, earlier, message);
  }
}
