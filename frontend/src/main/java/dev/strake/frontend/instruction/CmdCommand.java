package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code CMD}. */
public record CmdCommand(Statement statement, CommandLine commandLine) implements Command {}
