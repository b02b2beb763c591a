package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code ONBUILD}: an instruction for later, as text, its here-documents behind it. */
public record OnbuildCommand(Statement statement, String expression) implements Command {}
