/** Behaviour of Go's standard library that digests and texts depend on, each in one place. */
@NullMarked
package dev.strake.llb.go;

import org.jspecify.annotations.NullMarked;
