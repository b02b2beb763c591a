/**
 * What the frontend image's class cache is trained with: a stand-in daemon, which runs the image's own program as a
 * real one does. Used when the image is built, never in it.
 */
@NullMarked
package dev.strake.bridge.training;

import org.jspecify.annotations.NullMarked;
