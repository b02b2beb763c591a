@NullMarked
package dev.strake.bridge.tls;

import org.jspecify.annotations.NullMarked;
