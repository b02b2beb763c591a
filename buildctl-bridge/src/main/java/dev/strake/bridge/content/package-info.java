/** Blobs by their digest, in a folder: the store of an OCI image layout, and its index. */
@NullMarked
package dev.strake.bridge.content;

import org.jspecify.annotations.NullMarked;
