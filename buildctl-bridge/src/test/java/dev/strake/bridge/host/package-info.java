@NullMarked
package dev.strake.bridge.host;

import org.jspecify.annotations.NullMarked;
