@NullMarked
package dev.strake.llb.go.template;

import org.jspecify.annotations.NullMarked;
