package dev.strake.frontend.instruction;

import java.util.Optional;

/**
 * An argument that {@code ARG} declares.
 *
 * @param value the default, as written; absent where there is none
 * @param docComment what the comment in front says about the argument; empty where nothing
 */
public record ArgDefinition(String key, Optional<String> value, String docComment) {}
