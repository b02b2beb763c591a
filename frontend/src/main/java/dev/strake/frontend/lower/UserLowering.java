package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.UserCommand;

/** {@code USER}: who runs the processes that follow, and the image's. */
final class UserLowering {

  private final History history;

  UserLowering(History history) {
    this.history = history;
  }

  StageState lower(UserCommand command, StageState state) {
    return history.add(withUser(state, command.user()), () -> "USER " + command.user());
  }

  /** The state with this user, without a word in the history. */
  static StageState withUser(StageState state, String user) {
    return state.with(state.state().withUser(user)).withConfig(config -> config.withUser(user));
  }
}
