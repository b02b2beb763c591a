/** What shells and {@code man} need to know of the commands: made from the commands themselves. */
@NullMarked
package dev.strake.bridge.cli.shell;

import org.jspecify.annotations.NullMarked;
