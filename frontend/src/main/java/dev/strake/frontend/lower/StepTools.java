package dev.strake.frontend.lower;

import dev.strake.frontend.stage.Steps;
import dev.strake.llb.Constraints;
import dev.strake.llb.SourceMap;
import java.util.Optional;

/**
 * What commands that become steps of their own need for it.
 *
 * @param sourceMap the file that the steps come from
 */
record StepTools(SourceMap sourceMap, StepNaming naming, Expansions expansions, History history) {

  /** A command's text for the name of its step, its variables expanded. */
  String title(String code, StageState state) {
    return StepNaming.title(code, expansions.unchecked(), Expansions.environment(state));
  }

  /** The name of the step that {@code state} is at, for a command that runs nothing. */
  String name(Step step, StageState state, String title) {
    return naming.name(step, state, Optional.of(step.scope().platform()), title);
  }

  /** What is told beside the op of the step: its name, and where the command stands. */
  Constraints constraints(String name, Step step) {
    return Steps.constraints(name, Optional.of(step.place()), sourceMap);
  }
}
