/** The values of options that are read alike by both front ends, and of {@code buildctl}'s other flags. */
@NullMarked
package dev.strake.bridge.option;

import org.jspecify.annotations.NullMarked;
