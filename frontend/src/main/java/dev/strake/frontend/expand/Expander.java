package dev.strake.frontend.expand;

/** Expands one word over an environment that it knows. */
@FunctionalInterface
public interface Expander {
  Expansion expand(String word);
}
