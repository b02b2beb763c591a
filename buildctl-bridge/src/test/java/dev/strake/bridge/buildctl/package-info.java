@NullMarked
package dev.strake.bridge.buildctl;

import org.jspecify.annotations.NullMarked;
