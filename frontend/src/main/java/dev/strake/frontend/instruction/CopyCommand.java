package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code COPY}. Texts are empty where not given. */
public record CopyCommand(
    Statement statement,
    SourcesAndDest paths,
    String from,
    String chown,
    String chmod,
    boolean link,
    boolean parents,
    List<String> excludePatterns)
    implements Command {
  public CopyCommand {
    excludePatterns = List.copyOf(excludePatterns);
  }
}
