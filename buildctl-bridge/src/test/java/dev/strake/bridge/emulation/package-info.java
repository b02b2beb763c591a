@NullMarked
package dev.strake.bridge.emulation;

import org.jspecify.annotations.NullMarked;
