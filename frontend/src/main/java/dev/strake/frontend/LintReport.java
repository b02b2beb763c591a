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

  /** The answer to {@code frontend.lint}, however long it is. */
  public Map<String, byte[]> metadata() {
    return metadata(Long.MAX_VALUE);
  }

  /**
   * The answer to {@code frontend.lint}.
   *
   * @param limit how many bytes it may have
   * @throws dev.strake.llb.go.TooLargeException when it has more
   */
  public Map<String, byte[]> metadata(long limit) {
    return LintAnswer.metadata(found, source, refusal, limit);
  }
}
