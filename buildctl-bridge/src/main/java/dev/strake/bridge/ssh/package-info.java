/** An SSH agent in this process: its protocol, and the private keys that it signs with. */
@NullMarked
package dev.strake.bridge.ssh;

import org.jspecify.annotations.NullMarked;
