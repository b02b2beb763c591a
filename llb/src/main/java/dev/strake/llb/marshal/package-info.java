/** From a state to the bytes of a definition, and back. */
@NullMarked
package dev.strake.llb.marshal;

import org.jspecify.annotations.NullMarked;
