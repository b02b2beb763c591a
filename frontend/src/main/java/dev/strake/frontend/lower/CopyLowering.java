package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.CopyCommand;
import dev.strake.llb.State;
import java.util.Optional;

/** {@code COPY}: files of a context, a stage or an image, or of here-documents. */
final class CopyLowering {

  private final BuildInputs inputs;
  private final FileCopy copy;

  CopyLowering(BuildInputs inputs, FileCopy copy) {
    this.inputs = inputs;
    this.copy = copy;
  }

  StageState lower(CopyCommand command, StageState state, Step step) {
    if (step.sources().isEmpty()) {
      command.paths().sourcePaths().forEach(inputs.used()::addMainContext);
      return copy.lower(CopyRequest.of(command, inputs.mainContext()), state, step);
    }
    int node = step.sources().getFirst();
    Optional<State> source = inputs.finished().state(node);
    if (source.isEmpty()) {
      String stage = step.scope().node().displayName();
      return step.fail(state, LoweringDiagnostics.copyFromLaterStage(command.from(), stage));
    }
    command.paths().sourcePaths().forEach(path -> inputs.used().add(inputs.root(node), path));
    return copy.lower(CopyRequest.of(command, source.get()), state, step);
  }
}
