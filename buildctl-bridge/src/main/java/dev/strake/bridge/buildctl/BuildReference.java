package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.ParsedCommand;

/** The argument that names a build. */
final class BuildReference {

  private BuildReference() {}

  static String of(ParsedCommand parsed) {
    if (parsed.arguments().isEmpty()) {
      throw new CommandException("build ref must be specified");
    }
    return parsed.arguments().getFirst();
  }
}
