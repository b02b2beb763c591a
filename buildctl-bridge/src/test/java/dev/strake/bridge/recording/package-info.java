/** What clients send to a daemon, written down and compared. */
@NullMarked
package dev.strake.bridge.recording;

import org.jspecify.annotations.NullMarked;
