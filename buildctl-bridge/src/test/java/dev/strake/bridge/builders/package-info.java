@NullMarked
package dev.strake.bridge.builders;

import org.jspecify.annotations.NullMarked;
