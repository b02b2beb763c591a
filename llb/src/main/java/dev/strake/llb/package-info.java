/** BuildKit's LLB graph, from Java: states, vertices and their properties. */
@NullMarked
package dev.strake.llb;

import org.jspecify.annotations.NullMarked;
