package dev.strake.frontend;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.frontend.subrequest.LintAnswer;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What looking at a Dockerfile has found.
 *
 * @param source the Dockerfile
 * @param found the warnings and the errors, in the order in which they were found
 * @param refusal what the daemon said when it refused a call, which ended the look at the file
 */
public record LintReport(SourceInfo source, List<Diagnostic> found, Optional<String> refusal) {

  public LintReport {
    found = List.copyOf(found);
  }

  public boolean isClean() {
    return found.isEmpty() && refusal.isEmpty();
  }

  /** The answer to {@code frontend.lint}. */
  public Map<String, byte[]> metadata() {
    return LintAnswer.metadata(found, source, refusal);
  }
}
