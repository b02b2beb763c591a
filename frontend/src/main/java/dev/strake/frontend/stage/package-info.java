/** From parsed instructions to stages that know what they build on: global arguments, the stage graph, base images. */
@NullMarked
package dev.strake.frontend.stage;

import org.jspecify.annotations.NullMarked;
