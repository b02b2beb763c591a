/** Images that exist for any name: what the tests use in place of the world's registries. */
@NullMarked
package dev.strake.frontend.standin;

import org.jspecify.annotations.NullMarked;
