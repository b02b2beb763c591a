/** The lint rules: one class for each, what they say, and which of them are switched off. */
@NullMarked
package dev.strake.frontend.lint;

import org.jspecify.annotations.NullMarked;
