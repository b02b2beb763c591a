package dev.strake.llb;

/**
 * Steps that are shown as one.
 *
 * @param weak whether the name is only a suggestion
 */
public record ProgressGroup(String id, String name, boolean weak) {}
