/** {@code buildctl}: the commands of BuildKit's own client, for people and tools that call them. */
@NullMarked
package dev.strake.bridge.buildctl;

import org.jspecify.annotations.NullMarked;
