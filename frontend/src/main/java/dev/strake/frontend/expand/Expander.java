package dev.strake.frontend.expand;

import dev.strake.grammar.shell.Expansion;

/** Expands one word over an environment that it knows. */
@FunctionalInterface
public interface Expander {
  Expansion expand(String word);
}
