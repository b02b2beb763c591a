/** From resolved stages to LLB and an image configuration: one class for each instruction. */
@NullMarked
package dev.strake.frontend.lower;

import org.jspecify.annotations.NullMarked;
