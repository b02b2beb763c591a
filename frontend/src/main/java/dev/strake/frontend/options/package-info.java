/** The frontend options, from the client's strings to typed values. */
@NullMarked
package dev.strake.frontend.options;

import org.jspecify.annotations.NullMarked;
