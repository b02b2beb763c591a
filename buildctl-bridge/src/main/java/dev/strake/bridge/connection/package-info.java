/**
 * Byte streams to daemons that no socket reaches directly: through another program, or through an engine's HTTP server.
 */
@NullMarked
package dev.strake.bridge.connection;

import org.jspecify.annotations.NullMarked;
