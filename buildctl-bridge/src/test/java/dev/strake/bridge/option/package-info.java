@NullMarked
package dev.strake.bridge.option;

import org.jspecify.annotations.NullMarked;
