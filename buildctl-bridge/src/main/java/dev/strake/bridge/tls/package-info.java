/** Certificates and keys from files, and what a connection secured by them needs. */
@NullMarked
package dev.strake.bridge.tls;

import org.jspecify.annotations.NullMarked;
