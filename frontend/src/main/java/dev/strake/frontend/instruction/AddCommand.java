package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
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

  @Override
  public Outcome<AddCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    String owner = words.expand(chown);
    String mode = words.expand(chmod);
    String sum = words.expand(checksum);
    SourcesAndDest files = paths.expanded(words);
    return words.orElse(
        new AddCommand(statement, files, owner, mode, link, keepGitDir, sum, unpack, excludePatterns));
  }

  @Override
  public Outcome<AddCommand> contentsExpanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    SourcesAndDest files = paths.contentsExpanded(words);
    return words.orElse(
        new AddCommand(statement, files, chown, chmod, link, keepGitDir, checksum, unpack, excludePatterns));
  }
}
