package dev.strake.frontend.ast;

import dev.strake.grammar.source.Span;

/**
 * A here-document.
 *
 * @param name the delimiter, unquoted
 * @param fileDescriptor the number in front of {@code <<}, 0 when there is none
 * @param expand whether variables are expanded in it: its delimiter is not quoted
 * @param chomp whether it was opened by {@code <<-}, which takes leading tabs off; {@code content} still has them
 * @param content the lines as written, line ends included, without the terminator
 * @param span the content and the terminator
 */
public record Heredoc(String name, int fileDescriptor, boolean expand, boolean chomp, String content, Span span) {}
