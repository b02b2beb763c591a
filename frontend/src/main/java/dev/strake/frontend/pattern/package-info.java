/** Patterns of paths: those of ignore files and of the client's include and exclude lists. */
@NullMarked
package dev.strake.frontend.pattern;

import org.jspecify.annotations.NullMarked;
