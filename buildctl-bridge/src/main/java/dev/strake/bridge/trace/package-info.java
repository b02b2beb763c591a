/** The client's own trace: its spans, and how they get to daemons and to a collector of OpenTelemetry's. */
@NullMarked
package dev.strake.bridge.trace;

import org.jspecify.annotations.NullMarked;
