package dev.strake.bridge.buildctl.command;

import java.util.List;

/** A command with its flags and arguments. */
public record ParsedCommand(FlagValues flags, List<String> arguments) {

  public ParsedCommand {
    arguments = List.copyOf(arguments);
  }
}
