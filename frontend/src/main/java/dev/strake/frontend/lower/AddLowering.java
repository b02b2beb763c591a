package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.AddCommand;

/** {@code ADD}: files of the context, of web servers and of git repositories, or of here-documents. */
final class AddLowering {

  private final BuildInputs inputs;
  private final FileCopy copy;

  AddLowering(BuildInputs inputs, FileCopy copy) {
    this.inputs = inputs;
    this.copy = copy;
  }

  StageState lower(AddCommand command, StageState state, Step step) {
    for (String path : command.paths().sourcePaths()) {
      if (!path.startsWith("http://") && !path.startsWith("https://")) {
        inputs.used().addMainContext(path);
      }
    }
    return copy.lower(CopyRequest.of(command, inputs.mainContext()), state, step);
  }
}
