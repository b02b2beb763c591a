package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.WorkdirCommand;
import dev.strake.frontend.lint.LintRules;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileAction;
import dev.strake.llb.Owner;
import dev.strake.llb.go.GoResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** {@code WORKDIR}: where processes start; the folder is made if it is not there. */
final class WorkdirLowering {

  private static final int MODE = 0755;

  private final StepTools tools;
  private final Optional<OffsetDateTime> epoch;

  WorkdirLowering(StepTools tools, Optional<OffsetDateTime> epoch) {
    this.tools = tools;
    this.epoch = epoch;
  }

  StageState lower(WorkdirCommand command, StageState state, Step step) {
    if (!state.workdirSet() && !ContainerPaths.isAbsolute(command.path(), step.os())) {
      LintRules.WORKDIR_RELATIVE_PATH.report(step.linter(), step.place(), command.path());
    }
    return switch (state.withWorkdirSet().withDir(command.path(), step.os())) {
      case GoResult.Failure<StageState>(String message) ->
          step.fail(state, LoweringDiagnostics.invalidPath("normalizing workdir", message));
      case GoResult.Value<StageState>(StageState moved) -> {
        String dir = ContainerPaths.toSlash(moved.image().config().workingDir(), step.os());
        tools.expansions().budget().spend(dir.length() - command.path().length());
        boolean made = !dir.equals("/");
        yield tools.history().add(made ? make(command, dir, moved, step) : moved, () -> "WORKDIR " + dir, made);
      }
    };
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
    String name = tools.name(step, next, tools.title(command.code(), state));
    Constraints constraints = tools.constraints(name, step).withPlatform(step.scope().platform());
    return next.with(next.state().file(List.of(mkdir), constraints));
  }
}
