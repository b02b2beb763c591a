/** What holds for every file, however it came about: nothing crashes, hangs or takes more than its share. */
@NullMarked
package dev.strake.frontend.property;

import org.jspecify.annotations.NullMarked;
