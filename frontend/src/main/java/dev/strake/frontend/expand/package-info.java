/** Variable expansion with the variables of a build, within a budget. */
@NullMarked
package dev.strake.frontend.expand;

import org.jspecify.annotations.NullMarked;
