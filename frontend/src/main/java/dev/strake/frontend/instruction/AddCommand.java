package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;
import java.util.Optional;

/** {@code ADD}. Texts are empty where not given. */
public record AddCommand(
    Statement statement,
    SourcesAndDest paths,
    String chown,
    String chmod,
    boolean link,
    Optional<Boolean> keepGitDir,
    String checksum,
    Optional<Boolean> unpack,
    List<String> excludePatterns)
    implements Command {
  public AddCommand {
    excludePatterns = List.copyOf(excludePatterns);
  }
}
