/** The values of options that both front ends have: what they mean, or what is wrong with them. */
@NullMarked
package dev.strake.bridge.option;

import org.jspecify.annotations.NullMarked;
