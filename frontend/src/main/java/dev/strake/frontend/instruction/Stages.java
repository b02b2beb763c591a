package dev.strake.frontend.instruction;

import java.util.List;

/**
 * A Dockerfile's instructions.
 *
 * @param globalArgs the {@code ARG} instructions in front of the first {@code FROM}
 * @param stages the stages, in order
 */
public record Stages(List<ArgCommand> globalArgs, List<Stage> stages) {
  public Stages {
    globalArgs = List.copyOf(globalArgs);
    stages = List.copyOf(stages);
  }
}
