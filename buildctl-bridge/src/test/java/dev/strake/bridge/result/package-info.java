@NullMarked
package dev.strake.bridge.result;

import org.jspecify.annotations.NullMarked;
