/** The machine that Strake runs on: its variables, folders, programs and package manager. */
@NullMarked
package dev.strake.bridge.host;

import org.jspecify.annotations.NullMarked;
