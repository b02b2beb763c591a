/** Coverage-guided fuzzing of the whole frontend. */
@NullMarked
package dev.strake.frontend.fuzz;

import org.jspecify.annotations.NullMarked;
