package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.UserCommand;

/** {@code USER}: who runs the processes that follow, and the image's. */
final class UserLowering {

  private final History history;

  UserLowering(History history) {
    this.history = history;
  }

  StageState lower(UserCommand command, StageState state) {
    return history.add(state.withUser(command.user()), () -> "USER " + command.user());
  }
}
