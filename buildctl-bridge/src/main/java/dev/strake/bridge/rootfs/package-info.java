/** Root file systems that Strake makes from the distribution's packages, for builds that need no registry. */
@NullMarked
package dev.strake.bridge.rootfs;

import org.jspecify.annotations.NullMarked;
