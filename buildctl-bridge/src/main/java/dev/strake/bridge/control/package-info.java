/** The client: one connection to a BuildKit daemon, and what can be asked of it. */
@NullMarked
package dev.strake.bridge.control;

import org.jspecify.annotations.NullMarked;
