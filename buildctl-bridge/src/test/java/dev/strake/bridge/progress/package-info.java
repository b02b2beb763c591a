@NullMarked
package dev.strake.bridge.progress;

import org.jspecify.annotations.NullMarked;
