/** The cases in {@code testdata/dockerfiles}, and what each of them pins. */
@NullMarked
package dev.strake.frontend.cases;

import org.jspecify.annotations.NullMarked;
