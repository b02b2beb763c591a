package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code ENTRYPOINT}. */
public record EntrypointCommand(Statement statement, CommandLine commandLine) implements Command {}
