/**
 * The command line's words: options, their values and the rest. No library does it: the one that fits has classes so old
 * that the JVM's class cache takes none of them in, which doubles the time that a command needs to start.
 */
@NullMarked
package dev.strake.bridge.cli.argument;

import org.jspecify.annotations.NullMarked;
