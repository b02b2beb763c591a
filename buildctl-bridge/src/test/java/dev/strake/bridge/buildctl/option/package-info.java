@NullMarked
package dev.strake.bridge.buildctl.option;

import org.jspecify.annotations.NullMarked;
