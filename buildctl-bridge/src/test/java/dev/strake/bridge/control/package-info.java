@NullMarked
package dev.strake.bridge.control;

import org.jspecify.annotations.NullMarked;
