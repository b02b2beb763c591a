/** Instructions as typed commands: arguments checked, flags read, variables not yet expanded. */
@NullMarked
package dev.strake.frontend.instruction;

import org.jspecify.annotations.NullMarked;
