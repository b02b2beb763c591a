/** Variable expansion and word splitting in the manner of a shell. */
@NullMarked
package dev.strake.frontend.expand;

import org.jspecify.annotations.NullMarked;
