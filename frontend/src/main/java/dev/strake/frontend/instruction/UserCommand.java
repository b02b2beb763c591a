package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code USER}. */
public record UserCommand(Statement statement, String user) implements Command {}
