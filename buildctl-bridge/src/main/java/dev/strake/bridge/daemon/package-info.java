/** Finding a BuildKit daemon, and running one of Strake's own where there is none. */
@NullMarked
package dev.strake.bridge.daemon;

import org.jspecify.annotations.NullMarked;
