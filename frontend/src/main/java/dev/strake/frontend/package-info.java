/** The compiler: from a Dockerfile to LLB and an image configuration. */
@NullMarked
package dev.strake.frontend;

import org.jspecify.annotations.NullMarked;
