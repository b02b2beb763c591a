/** Tests of the contexts' parts against tables that the reference printed. */
@NullMarked
package dev.strake.frontend.context;

import org.jspecify.annotations.NullMarked;
