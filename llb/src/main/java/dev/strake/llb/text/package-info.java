/** A text form of LLB, for people and for tests. */
@NullMarked
package dev.strake.llb.text;

import org.jspecify.annotations.NullMarked;
