@NullMarked
package dev.strake.bridge.daemon;

import org.jspecify.annotations.NullMarked;
