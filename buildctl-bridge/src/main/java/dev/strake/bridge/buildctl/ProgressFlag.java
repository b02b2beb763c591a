package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import dev.strake.bridge.progress.ProgressMode;
import java.io.PrintStream;

/** {@code --progress}. */
final class ProgressFlag {

  private ProgressFlag() {}

  /** @param terminal whether a person looks at {@code out} */
  static ProgressDisplay open(Session session, PrintStream out, boolean terminal, FlagValues flags) {
    String name = ProgressMode.asked(flags.text(BuildFlags.PROGRESS), session.host());
    ProgressMode mode =
        ProgressMode.of(name).orElseThrow(() -> new CommandException("invalid progress mode " + name));
    if (mode == ProgressMode.TTY && !terminal) {
      throw new CommandException("failed to get console: provided file is not a console");
    }
    // The reference's quiet is quieter than strake's: it shows not even the output of a failed step.
    return mode == ProgressMode.QUIET ? ProgressDisplay.none() : mode.open(out, terminal, session.host());
  }
}
