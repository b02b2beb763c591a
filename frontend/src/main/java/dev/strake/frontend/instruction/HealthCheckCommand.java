package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/** {@code HEALTHCHECK}. */
public record HealthCheckCommand(Statement statement, HealthCheck health) implements Command {}
