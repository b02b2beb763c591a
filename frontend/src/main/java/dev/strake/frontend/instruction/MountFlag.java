package dev.strake.frontend.instruction;

import dev.strake.grammar.source.Span;

/**
 * A {@code --mount} flag of {@code RUN}, variables not expanded.
 *
 * @param value the flag's value as written
 * @param from the stage, context or image to mount from; empty where not given. Never holds a variable.
 * @param span the flag's place
 */
public record MountFlag(String value, String from, Span span) {}
