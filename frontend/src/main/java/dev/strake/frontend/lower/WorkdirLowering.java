package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.WorkdirCommand;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.stage.Steps;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileAction;
import dev.strake.llb.Owner;
import dev.strake.llb.SourceMap;
import dev.strake.llb.go.GoResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** {@code WORKDIR}: where processes start; the folder is made if it is not there. */
final class WorkdirLowering {

  private static final int MODE = 0755;

  private final SourceMap sourceMap;
  private final StepNaming naming;
  private final Expansions expansions;
  private final History history;
  private final Optional<OffsetDateTime> epoch;

  WorkdirLowering(
      SourceMap sourceMap, StepNaming naming, Expansions expansions, History history, Optional<OffsetDateTime> epoch) {
    this.sourceMap = sourceMap;
    this.naming = naming;
    this.expansions = expansions;
    this.history = history;
    this.epoch = epoch;
  }

  StageState lower(WorkdirCommand command, StageState state, Step step) {
    if (!state.workdirSet() && !ContainerPaths.isAbsolute(command.path(), step.os())) {
      LintRules.WORKDIR_RELATIVE_PATH.report(step.linter(), step.place(), command.path());
    }
    return switch (withDir(state.withWorkdirSet(), command.path(), step.os())) {
      case GoResult.Failure<StageState>(String message) ->
          step.fail(state, LoweringDiagnostics.invalidPath("normalizing workdir", message));
      case GoResult.Value<StageState>(StageState moved) -> {
        String dir = ContainerPaths.toSlash(moved.image().config().workingDir(), step.os());
        expansions.budget().spend(dir.length() - command.path().length());
        boolean made = !dir.equals("/");
        yield history.add(made ? make(command, dir, moved, step) : moved, () -> "WORKDIR " + dir, made);
      }
    };
  }

  /** The state in this directory, without a step and a word in the history. */
  static GoResult<StageState> withDir(StageState state, String path, String os) {
    return ContainerPaths.workdir(state.image().config().workingDir(), path, os)
        .map(
            dir ->
                state
                    .withConfig(config -> config.withWorkingDir(dir))
                    .with(state.state().withDir(ContainerPaths.toSlash(dir, os))));
  }

  private StageState make(WorkdirCommand command, String dir, StageState state, Step step) {
    StageState next = state.withNextStep();
    String user = state.image().config().user();
    FileAction mkdir =
        new FileAction.Mkdir(
            dir,
            MODE,
            true,
            user.isEmpty() ? Optional.empty() : Optional.of(Owner.parse(user)),
            epoch.map(OffsetDateTime::toInstant));
    String title =
        StepNaming.title(command.code(), expansions.unchecked(), Expansions.environment(state));
    String name = naming.name(step, next, Optional.of(step.scope().platform()), title);
    Constraints constraints =
        Steps.constraints(name, Optional.of(step.place()), sourceMap).withPlatform(step.scope().platform());
    return next.with(next.state().file(List.of(mkdir), constraints));
  }
}
