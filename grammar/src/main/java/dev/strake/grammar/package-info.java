/** The Dockerfile language: from source text to a lossless parse tree. */
@NullMarked
package dev.strake.grammar;

import org.jspecify.annotations.NullMarked;
