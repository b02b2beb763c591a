package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.argument.CommandSyntax;

/** A command. */
interface Command {

  CommandSyntax syntax();

  /** Runs it to its end and returns its exit code; what it throws is reported by {@link FailureReport}. */
  int run(Arguments arguments) throws Exception;
}
