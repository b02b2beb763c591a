/** Go's {@code text/template}, over values that know how Go would print them and write them as JSON. */
@NullMarked
package dev.strake.llb.go.template;

import org.jspecify.annotations.NullMarked;
