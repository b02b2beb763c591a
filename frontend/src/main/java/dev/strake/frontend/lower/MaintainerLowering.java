package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.MaintainerCommand;

/** {@code MAINTAINER}: the image's author. */
final class MaintainerLowering {

  private final History history;

  MaintainerLowering(History history) {
    this.history = history;
  }

  StageState lower(MaintainerCommand command, StageState state) {
    String maintainer = command.maintainer();
    return history.add(state.with(state.image().withAuthor(maintainer)), () -> "MAINTAINER " + maintainer);
  }
}
