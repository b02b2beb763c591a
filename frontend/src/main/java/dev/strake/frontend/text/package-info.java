/** Text forms of what the phases make, for people and for tests. */
@NullMarked
package dev.strake.frontend.text;

import org.jspecify.annotations.NullMarked;
