/** The daemon's gateway, through which a frontend builds. */
@NullMarked
package dev.strake.bridge.gateway;

import org.jspecify.annotations.NullMarked;
