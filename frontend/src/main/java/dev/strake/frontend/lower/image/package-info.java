/** The image configuration, and its JSON byte for byte as Go writes it. */
@NullMarked
package dev.strake.frontend.lower.image;

import org.jspecify.annotations.NullMarked;
