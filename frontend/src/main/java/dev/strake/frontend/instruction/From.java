package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;

/**
 * {@code FROM}: begins a stage.
 *
 * @param baseName the base image or stage, as written
 * @param stageName lower-cased; empty where it has none
 * @param platform the flag's value as written; empty where not given
 * @param docComment what the comment in front says about the stage; empty where nothing
 */
public record From(Statement statement, String baseName, String stageName, String platform, String docComment)
    implements Instruction {}
