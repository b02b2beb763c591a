/** What the tests on a real daemon share. */
@NullMarked
package dev.strake.bridge.testing;

import org.jspecify.annotations.NullMarked;
