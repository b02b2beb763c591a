package dev.strake.frontend.lower;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.expand.TextBudget;
import dev.strake.frontend.lower.image.ContainerConfig;
import dev.strake.frontend.lower.image.EnvEntries;
import dev.strake.frontend.lower.image.HistoryEntry;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.State;
import dev.strake.llb.go.GoResult;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a stage has come to between two of its commands. Immutable.
 *
 * @param state the files and the settings for processes
 * @param image the image's configuration
 * @param args the arguments that the stage, or one that it begins with, has declared so far
 * @param step the number of the last step
 * @param workdirSet whether there has been a {@code WORKDIR}
 * @param uses where the commands stand that should come up once
 * @param envInOrder whether the variables for processes end with those of the image, in the image's order
 */
record StageState(
    State state, ImageConfig image, StageArgs args, int step, boolean workdirSet, Uses uses, boolean envInOrder) {

  /** What a variable that is set again takes, in characters. */
  private static final int VARIABLE_COST = 50;

  /** Where {@code CMD}, {@code ENTRYPOINT} and {@code HEALTHCHECK} stand, if they have come up in the stage. */
  record Uses(Optional<Place> cmd, Optional<Place> entrypoint, Optional<Place> healthcheck) {

    static final Uses NONE = new Uses(Optional.empty(), Optional.empty(), Optional.empty());

    Uses withCmd(Place place) {
      return new Uses(Optional.of(place), entrypoint, healthcheck);
    }

    Uses withEntrypoint(Place place) {
      return new Uses(cmd, Optional.of(place), healthcheck);
    }

    Uses withHealthcheck(Place place) {
      return new Uses(cmd, entrypoint, Optional.of(place));
    }
  }

  StageState with(State value) {
    return new StageState(value, image, args, step, workdirSet, uses, envInOrder);
  }

  StageState with(ImageConfig value) {
    return new StageState(state, value, args, step, workdirSet, uses, envInOrder);
  }

  StageState with(StageArgs value) {
    return new StageState(state, image, value, step, workdirSet, uses, envInOrder);
  }

  StageState with(Uses value) {
    return new StageState(state, image, args, step, workdirSet, value, envInOrder);
  }

  StageState withHistory(HistoryEntry entry) {
    return with(image.withHistory(entry));
  }

  StageState withConfig(UnaryOperator<ContainerConfig> change) {
    return with(image.with(change));
  }

  StageState withNextStep() {
    return new StageState(state, image, args, step + 1, workdirSet, uses, envInOrder);
  }

  StageState withWorkdirSet() {
    return new StageState(state, image, args, step, true, uses, envInOrder);
  }

  /** The state with this user of processes and image. */
  StageState withUser(String user) {
    return with(state.withUser(user)).withConfig(config -> config.withUser(user));
  }

  /** The state in this directory, which may be relative to the one before; what is wrong with it where it cannot be. */
  GoResult<StageState> withDir(String path, String os) {
    return ContainerPaths.workdir(image.config().workingDir(), path, os)
        .map(
            dir ->
                withConfig(config -> config.withWorkingDir(dir))
                    .with(state.withDir(ContainerPaths.toSlash(dir, os))));
  }

  /** The same, but that the variables of processes and image are in orders of their own. */
  StageState withEnvOutOfOrder() {
    return envInOrder ? new StageState(state, image, args, step, workdirSet, uses, false) : this;
  }

  /**
   * The state with the variables of the image's configuration, in their order. Stages that begin with one another share
   * the variables as long as their order stays; to set them costs the budget, for each stage would have all of them.
   */
  StageState withImageEnv(TextBudget budget) {
    if (envInOrder) {
      return this;
    }
    State next = state;
    for (EnvEntries.Variable variable : image.config().env().variables()) {
      if (!budget.spend(VARIABLE_COST)) {
        break;
      }
      next = next.withEnv(variable.name(), variable.value());
    }
    return new StageState(next, image, args, step, workdirSet, uses, true);
  }
}
