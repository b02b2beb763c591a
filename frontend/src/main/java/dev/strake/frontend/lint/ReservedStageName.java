package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoQuote;
import java.util.Set;

/** No stage has a name that means something else in {@code FROM} or {@code COPY --from}. */
public final class ReservedStageName extends LintRule {

  ReservedStageName() {
    super("ReservedStageName", "Reserved words should not be used as stage names", "reserved-stage-name");
  }

  private static final Set<String> RESERVED = Set.of("context", "scratch");

  /** Warns where a stage's name is reserved. */
  public void check(Linter linter, Place from, String stageName) {
    if (RESERVED.contains(stageName)) {
      String message = "Stage name should not use the same name as reserved stage " + GoQuote.quote(stageName);
      linter.report(this, from, message);
    }
  }
}
