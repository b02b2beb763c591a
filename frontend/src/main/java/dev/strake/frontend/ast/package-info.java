/** The syntax tree of a Dockerfile: what stands in the file, line for line, with nothing evaluated. */
@NullMarked
package dev.strake.frontend.ast;

import org.jspecify.annotations.NullMarked;
