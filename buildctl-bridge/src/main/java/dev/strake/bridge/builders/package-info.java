/** One build on several daemons, each for the platforms that it is good at, and one index of what they made. */
@NullMarked
package dev.strake.bridge.builders;

import org.jspecify.annotations.NullMarked;
