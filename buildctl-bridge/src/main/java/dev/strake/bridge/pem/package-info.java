/** Certificates and private keys from files of PEM blocks. */
@NullMarked
package dev.strake.bridge.pem;

import org.jspecify.annotations.NullMarked;
