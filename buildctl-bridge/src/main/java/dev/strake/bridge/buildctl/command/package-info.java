/** Command lines as Go's {@code urfave/cli} reads them: flags, commands, help, shell completion. */
@NullMarked
package dev.strake.bridge.buildctl.command;

import org.jspecify.annotations.NullMarked;
