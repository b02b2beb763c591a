/** What Strake has to say about a source file, and how it is shown. */
@NullMarked
package dev.strake.grammar.diagnostics;

import org.jspecify.annotations.NullMarked;
