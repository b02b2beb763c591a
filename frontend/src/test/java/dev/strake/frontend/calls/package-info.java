/** Whole frontend calls, compared with what the reference frontend asks of a daemon and gives back. */
@NullMarked
package dev.strake.frontend.calls;

import org.jspecify.annotations.NullMarked;
