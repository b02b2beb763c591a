package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code WORKDIR}. */
public record WorkdirCommand(Statement statement, String path) implements Command {}
