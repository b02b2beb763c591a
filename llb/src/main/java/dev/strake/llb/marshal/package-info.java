/** From a state to the bytes of a definition. */
@NullMarked
package dev.strake.llb.marshal;

import org.jspecify.annotations.NullMarked;
