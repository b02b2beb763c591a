package dev.strake.frontend.lint;

/** No blank line follows a line that is continued. */
public final class NoEmptyContinuation extends LintRule {

  NoEmptyContinuation() {
    super(
        "NoEmptyContinuation",
        "Empty continuation lines will become errors in a future release",
        "no-empty-continuation");
  }

  /** Warns at the last line of an instruction with blank lines in it. */
  public void report(Linter linter, Place lastLine) {
    linter.report(this, lastLine, "Empty continuation line");
  }
}
