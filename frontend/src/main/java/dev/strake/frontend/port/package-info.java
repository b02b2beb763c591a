/** The daemon as the compiler sees it: one interface, its values and its failures. Nothing here knows who implements it. */
@NullMarked
package dev.strake.frontend.port;

import org.jspecify.annotations.NullMarked;
