package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code STOPSIGNAL}. */
public record StopSignalCommand(Statement statement, String signal) implements Command {}
