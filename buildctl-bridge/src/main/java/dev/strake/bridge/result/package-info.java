/** What is written down of a build's outcome: its metadata, its ids. */
@NullMarked
package dev.strake.bridge.result;

import org.jspecify.annotations.NullMarked;
