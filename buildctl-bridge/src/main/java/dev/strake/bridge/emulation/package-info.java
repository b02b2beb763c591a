/** Programs of other machines: what a daemon can run of them, and what it takes to run more. */
@NullMarked
package dev.strake.bridge.emulation;

import org.jspecify.annotations.NullMarked;
