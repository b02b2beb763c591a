/** Archives, as far as a build has to look into them itself: what is one, and how old its files are. */
@NullMarked
package dev.strake.frontend.archive;

import org.jspecify.annotations.NullMarked;
