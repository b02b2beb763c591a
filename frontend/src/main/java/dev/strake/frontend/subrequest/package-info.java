/** The answers to subrequests: describe, outline, targets, lint and convertllb. */
@NullMarked
package dev.strake.frontend.subrequest;

import org.jspecify.annotations.NullMarked;
