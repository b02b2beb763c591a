package dev.strake.frontend.options;

import dev.strake.grammar.SyntaxLimits;

/**
 * How large what is made of a Dockerfile may get. What goes over a limit is a diagnostic.
 *
 * @param syntax the limits of the file itself
 * @param text the characters that expanded variables and joined paths may come to, beyond what is written in the file
 * @param images the images that the daemon is asked for, all of whose configurations are kept
 * @param messageBytes the size of a graph, an image's configuration or an answer; a daemon and its frontends exchange
 *     messages of at most 16 MiB
 */
public record CompileLimits(SyntaxLimits syntax, long text, int images, int messageBytes) {

  /** Limits that no real Dockerfile reaches, or behind which no daemon could be asked for anything. */
  public static final CompileLimits DEFAULT = new CompileLimits(SyntaxLimits.DEFAULT, 16 << 20, 20_000, 16 << 20);
}
