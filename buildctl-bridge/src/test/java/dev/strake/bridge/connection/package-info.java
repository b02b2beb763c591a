/** Streams of bytes to daemons that are no daemons. */
@NullMarked
package dev.strake.bridge.connection;

import org.jspecify.annotations.NullMarked;
