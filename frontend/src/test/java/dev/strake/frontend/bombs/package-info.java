/** Files of absurd size and depth, in little memory. */
@NullMarked
package dev.strake.frontend.bombs;

import org.jspecify.annotations.NullMarked;
