@NullMarked
package dev.strake.bridge.pem;

import org.jspecify.annotations.NullMarked;
