package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
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

  @Override
  public Outcome<CopyCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    String owner = words.expand(chown);
    String mode = words.expand(chmod);
    return words.orElse(
        new CopyCommand(statement, paths.expanded(words), from, owner, mode, link, parents, excludePatterns));
  }

  @Override
  public Outcome<CopyCommand> contentsExpanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(
        new CopyCommand(statement, paths.contentsExpanded(words), from, chown, chmod, link, parents, excludePatterns));
  }
}
