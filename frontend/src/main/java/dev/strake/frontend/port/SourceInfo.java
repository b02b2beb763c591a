package dev.strake.frontend.port;

import dev.strake.llb.marshal.Definition;

/**
 * A file as the protocols carry it beside errors and warnings.
 *
 * @param filename the name to show
 * @param language such as {@code Dockerfile}
 * @param data the file's bytes; not to be changed
 * @param definition the graph that the file was read from
 */
public record SourceInfo(String filename, String language, byte[] data, Definition definition) {}
