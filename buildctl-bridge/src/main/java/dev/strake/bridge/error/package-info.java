/** What went wrong on the daemon, or on the way to it. */
@NullMarked
package dev.strake.bridge.error;

import org.jspecify.annotations.NullMarked;
