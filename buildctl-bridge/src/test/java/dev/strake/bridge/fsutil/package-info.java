@NullMarked
package dev.strake.bridge.fsutil;

import org.jspecify.annotations.NullMarked;
