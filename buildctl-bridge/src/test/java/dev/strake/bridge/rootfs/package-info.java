@NullMarked
package dev.strake.bridge.rootfs;

import org.jspecify.annotations.NullMarked;
