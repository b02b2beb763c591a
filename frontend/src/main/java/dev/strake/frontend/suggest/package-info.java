/** "Did you mean": the nearest of the names that are known. */
@NullMarked
package dev.strake.frontend.suggest;

import org.jspecify.annotations.NullMarked;
