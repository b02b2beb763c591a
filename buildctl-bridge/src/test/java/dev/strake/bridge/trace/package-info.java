/** Tests of the client's own trace. */
@NullMarked
package dev.strake.bridge.trace;

import org.jspecify.annotations.NullMarked;
