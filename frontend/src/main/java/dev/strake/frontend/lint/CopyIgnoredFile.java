package dev.strake.frontend.lint;

import dev.strake.llb.go.GoQuote;

/** What {@code COPY} and {@code ADD} name is not excluded by the ignore file. */
public final class CopyIgnoredFile extends LintRule {

  CopyIgnoredFile() {
    super("CopyIgnoredFile", "Attempting to Copy file that is excluded by .dockerignore", "copy-ignored-file");
  }

  /**
   * Warns about a source that is excluded.
   *
   * @param verb {@code Copy} or {@code Add}
   * @param file the source, cleaned
   */
  public void report(Linter linter, Place place, String verb, String file) {
    String message = "Attempting to " + verb + " file " + GoQuote.quote(file) + " that is excluded by .dockerignore";
    linter.report(this, place, message);
  }
}
