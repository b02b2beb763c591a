/** Dockerfiles and options drawn by chance, dense in features, for comparisons with the reference. */
@NullMarked
package dev.strake.frontend.generated;

import org.jspecify.annotations.NullMarked;
