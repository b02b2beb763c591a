package dev.strake.frontend.ast;

import dev.strake.grammar.source.Span;

/**
 * A parser directive, such as {@code # escape=`}.
 *
 * @param name lower-cased: {@code syntax}, {@code escape} or {@code check}
 * @param value as written, trimmed
 * @param span the whole line without its end
 */
public record Directive(String name, String value, Span span) {}
