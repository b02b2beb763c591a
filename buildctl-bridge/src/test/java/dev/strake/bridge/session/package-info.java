@NullMarked
package dev.strake.bridge.session;

import org.jspecify.annotations.NullMarked;
