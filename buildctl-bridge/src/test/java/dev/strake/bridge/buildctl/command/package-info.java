@NullMarked
package dev.strake.bridge.buildctl.command;

import org.jspecify.annotations.NullMarked;
