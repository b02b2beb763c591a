/** Tests of the house's shape. */
@NullMarked
package dev.strake.bridge.architecture;

import org.jspecify.annotations.NullMarked;
