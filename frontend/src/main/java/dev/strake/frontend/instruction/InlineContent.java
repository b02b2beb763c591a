package dev.strake.frontend.instruction;

/**
 * A file that {@code COPY} and {@code ADD} make of a here-document.
 *
 * @param path the file's name: the delimiter
 * @param data the content, leading tabs taken off where the document says so
 * @param expand whether variables in it are expanded
 */
public record InlineContent(String path, String data, boolean expand) {}
