/** The services that this side of a connection offers to the daemon while it builds: files, secrets, credentials. */
@NullMarked
package dev.strake.bridge.session;

import org.jspecify.annotations.NullMarked;
