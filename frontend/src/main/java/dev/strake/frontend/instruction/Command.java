package dev.strake.frontend.instruction;

import dev.strake.frontend.expand.Expander;

/**
 * An instruction inside a stage. Its values are as written: variables in them are not expanded.
 *
 * <p>Commands are immutable; expansion makes another command.
 */
public sealed interface Command extends Instruction
    permits AddCommand,
        ArgCommand,
        CmdCommand,
        CopyCommand,
        EntrypointCommand,
        EnvCommand,
        ExposeCommand,
        HealthCheckCommand,
        LabelCommand,
        MaintainerCommand,
        OnbuildCommand,
        RunCommand,
        ShellCommand,
        StopSignalCommand,
        UserCommand,
        VolumeCommand,
        WorkdirCommand {

  /**
   * This command with its variables expanded, in the reference's order; the first word that cannot be expanded is the
   * failure. Some expand otherwise and return themselves here: {@code ARG} (one by one, see its arguments),
   * {@code EXPOSE} (split into words), {@code RUN} (see {@link RunCommand#mounts}).
   */
  default Outcome<? extends Command> expanded(Expander expander) {
    return Outcome.success(this);
  }

  /** This command with the variables in its here-documents' bodies expanded; comes behind {@link #expanded}. */
  default Outcome<? extends Command> contentsExpanded(Expander expander) {
    return Outcome.success(this);
  }
}
