/** Words in the manner of a shell: variables, quotes, escapes and splitting, as the reference's lexer has them. */
@NullMarked
package dev.strake.grammar.shell;

import org.jspecify.annotations.NullMarked;
