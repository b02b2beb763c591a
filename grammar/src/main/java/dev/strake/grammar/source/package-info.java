/** Source text and places in it. */
@NullMarked
package dev.strake.grammar.source;

import org.jspecify.annotations.NullMarked;
