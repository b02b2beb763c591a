/** The same Dockerfile through the daemon's own frontend and through ours, on one daemon, in one session. */
@NullMarked
package dev.strake.bridge.differential;

import org.jspecify.annotations.NullMarked;
