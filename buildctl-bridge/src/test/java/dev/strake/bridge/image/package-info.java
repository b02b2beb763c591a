/** The frontend image, built by Strake and used by stock tools. */
@NullMarked
package dev.strake.bridge.image;

import org.jspecify.annotations.NullMarked;
