package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code MAINTAINER}. */
public record MaintainerCommand(Statement statement, String maintainer) implements Command {}
