package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.AddCommand;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.CopyCommand;
import dev.strake.frontend.instruction.SourcesAndDest;
import dev.strake.llb.State;
import java.util.List;
import java.util.Optional;

/**
 * What {@code COPY} and {@code ADD} have in common, and what only one of them has. Texts are empty where not given.
 *
 * @param source the tree that paths are paths in
 * @param fromContext whether that is the main context, which an ignore file may thin out
 */
record CopyRequest(
    Command command,
    SourcesAndDest paths,
    List<String> excludePatterns,
    State source,
    boolean fromContext,
    String chown,
    String chmod,
    boolean link,
    boolean parents,
    Optional<Boolean> keepGitDir,
    String checksum,
    Optional<Boolean> unpack) {

  static CopyRequest of(CopyCommand command, State source) {
    return new CopyRequest(
        command,
        command.paths(),
        command.excludePatterns(),
        source,
        command.from().isEmpty(),
        command.chown(),
        command.chmod(),
        command.link(),
        command.parents(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  static CopyRequest of(AddCommand command, State context) {
    return new CopyRequest(
        command,
        command.paths(),
        command.excludePatterns(),
        context,
        true,
        command.chown(),
        command.chmod(),
        command.link(),
        false,
        command.keepGitDir(),
        command.checksum(),
        command.unpack());
  }

  boolean isAdd() {
    return command instanceof AddCommand;
  }
}
