/** A registry of images, spoken to from this side. */
@NullMarked
package dev.strake.bridge.registry;

import org.jspecify.annotations.NullMarked;
