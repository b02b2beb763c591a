@NullMarked
package dev.strake.bridge.cli;

import org.jspecify.annotations.NullMarked;
