package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.ArgDefinition;
import java.util.Set;

/**
 * A declared argument, as an outline tells of it.
 *
 * @param value what it has come to; empty where it has no value
 * @param dependencies the arguments that its default value is made of
 */
public record ArgInfo(ArgDefinition definition, String value, Set<String> dependencies, Place place) {}
