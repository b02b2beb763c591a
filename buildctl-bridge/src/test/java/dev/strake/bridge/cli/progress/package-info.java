@NullMarked
package dev.strake.bridge.cli.progress;

import org.jspecify.annotations.NullMarked;
