/** The tools around BuildKit, each tried with what Strake builds: a row for each comes of it. */
@NullMarked
package dev.strake.bridge.interoperability;

import org.jspecify.annotations.NullMarked;
