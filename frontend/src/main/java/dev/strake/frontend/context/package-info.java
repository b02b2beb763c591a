/** Where a build's files come from: the main context, named contexts, ignore files. */
@NullMarked
package dev.strake.frontend.context;

import org.jspecify.annotations.NullMarked;
