package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;

/** A command of one method. */
record SimpleCommand(CommandSyntax syntax, Body body) implements Command {

  /** What it does. */
  @FunctionalInterface
  interface Body {
    int run(Arguments arguments) throws Exception;
  }

  @Override
  public int run(Arguments arguments) throws Exception {
    return body.run(arguments);
  }
}
