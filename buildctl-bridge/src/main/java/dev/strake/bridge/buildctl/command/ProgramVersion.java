package dev.strake.bridge.buildctl.command;

/**
 * What the program says of itself.
 *
 * @param version as the help shows it
 * @param line what {@code --version} prints
 */
public record ProgramVersion(String version, String line) {}
