/** How a running build is shown. */
@NullMarked
package dev.strake.bridge.progress;

import org.jspecify.annotations.NullMarked;
