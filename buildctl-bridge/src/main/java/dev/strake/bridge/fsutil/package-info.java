/**
 * File trees on the wire, in the protocol of tonistiigi/fsutil: sending a folder of this side, receiving one
 * into it.
 */
@NullMarked
package dev.strake.bridge.fsutil;

import org.jspecify.annotations.NullMarked;
