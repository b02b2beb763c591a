@NullMarked
package dev.strake.bridge.registry;

import org.jspecify.annotations.NullMarked;
