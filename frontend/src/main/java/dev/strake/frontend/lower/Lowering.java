package dev.strake.frontend.lower;

import dev.strake.frontend.expand.TextBudget;
import dev.strake.frontend.instruction.AddCommand;
import dev.strake.frontend.instruction.ArgCommand;
import dev.strake.frontend.instruction.CmdCommand;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.CopyCommand;
import dev.strake.frontend.instruction.EntrypointCommand;
import dev.strake.frontend.instruction.EnvCommand;
import dev.strake.frontend.instruction.ExposeCommand;
import dev.strake.frontend.instruction.HealthCheckCommand;
import dev.strake.frontend.instruction.LabelCommand;
import dev.strake.frontend.instruction.MaintainerCommand;
import dev.strake.frontend.instruction.OnbuildCommand;
import dev.strake.frontend.instruction.Outcome;
import dev.strake.frontend.instruction.RunCommand;
import dev.strake.frontend.instruction.ShellCommand;
import dev.strake.frontend.instruction.StopSignalCommand;
import dev.strake.frontend.instruction.UserCommand;
import dev.strake.frontend.instruction.VolumeCommand;
import dev.strake.frontend.instruction.WorkdirCommand;

/** Lowers one command, whichever it is: expands its variables and hands it to the class for its kind. */
final class Lowering {

  private final Expansions expansions;
  private final AddLowering add;
  private final ArgLowering arg;
  private final CmdLowering cmd;
  private final CopyLowering copy;
  private final EntrypointLowering entrypoint;
  private final EnvLowering env;
  private final ExposeLowering expose;
  private final HealthcheckLowering healthcheck;
  private final LabelLowering label;
  private final MaintainerLowering maintainer;
  private final OnbuildLowering onbuild;
  private final RunLowering run;
  private final ShellLowering shell;
  private final StopSignalLowering stopSignal;
  private final UserLowering user;
  private final VolumeLowering volume;
  private final WorkdirLowering workdir;

  Lowering(
      Expansions expansions,
      History history,
      AddLowering add,
      ArgLowering arg,
      CopyLowering copy,
      RunLowering run,
      WorkdirLowering workdir) {
    this.expansions = expansions;
    this.add = add;
    this.arg = arg;
    this.copy = copy;
    this.run = run;
    this.workdir = workdir;
    this.cmd = new CmdLowering(history);
    this.entrypoint = new EntrypointLowering(history);
    this.env = new EnvLowering(history);
    this.expose = new ExposeLowering(expansions, history);
    this.healthcheck = new HealthcheckLowering(history);
    this.label = new LabelLowering(history);
    this.maintainer = new MaintainerLowering(history);
    this.onbuild = new OnbuildLowering();
    this.shell = new ShellLowering(history);
    this.stopSignal = new StopSignalLowering(history);
    this.user = new UserLowering(history);
    this.volume = new VolumeLowering(history);
  }

  /** How much text the commands may still make. */
  TextBudget budget() {
    return expansions.budget();
  }

  /** The stage behind the command; as it was, if the command is in error, which the step is told. */
  StageState lower(Step step, StageState state) {
    Command command = step.command().command();
    Outcome<? extends Command> expanded = command.expanded(expansions.words(step, state));
    if (expanded instanceof Outcome.Success<? extends Command>(Command words)) {
      expanded = words.contentsExpanded(expansions.contents(step, state));
    }
    return switch (expanded) {
      case Outcome.Failure<? extends Command>(var problem) -> step.fail(state, problem);
      case Outcome.Success<? extends Command>(Command whole) -> dispatch(whole, state, step);
    };
  }

  private StageState dispatch(Command command, StageState state, Step step) {
    return switch (command) {
      case AddCommand c -> add.lower(c, state, step);
      case ArgCommand c -> arg.lower(c, state, step);
      case CmdCommand c -> cmd.lower(c, state, step);
      case CopyCommand c -> copy.lower(c, state, step);
      case EntrypointCommand c -> entrypoint.lower(c, state, step);
      case EnvCommand c -> env.lower(c, state, step);
      case ExposeCommand c -> expose.lower(c, state, step);
      case HealthCheckCommand c -> healthcheck.lower(c, state, step);
      case LabelCommand c -> label.lower(c, state, step);
      case MaintainerCommand c -> maintainer.lower(c, state);
      case OnbuildCommand c -> onbuild.lower(c, state);
      case RunCommand c -> run.lower(c, state, step);
      case ShellCommand c -> shell.lower(c, state);
      case StopSignalCommand c -> stopSignal.lower(c, state, step);
      case UserCommand c -> user.lower(c, state);
      case VolumeCommand c -> volume.lower(c, state, step);
      case WorkdirCommand c -> workdir.lower(c, state, step);
    };
  }
}
