/** Where a build's files come from: the main context, named contexts, and what is left out of them. */
@NullMarked
package dev.strake.frontend.context;

import org.jspecify.annotations.NullMarked;
