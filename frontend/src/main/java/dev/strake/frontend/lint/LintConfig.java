package dev.strake.frontend.lint;

import java.util.Set;

/**
 * Which rules run, and what their warnings mean.
 *
 * @param skipAll no rule runs, but for experimental ones that are asked for
 * @param skipped names of rules that do not run
 * @param experimentalAll all experimental rules run
 * @param experimental names of experimental rules that run
 * @param error whether warnings fail the build
 */
public record LintConfig(
    boolean skipAll, Set<String> skipped, boolean experimentalAll, Set<String> experimental, boolean error) {

  /** All rules run that are not experimental. */
  public static final LintConfig DEFAULT = new LintConfig(false, Set.of(), false, Set.of(), false);

  public LintConfig {
    skipped = Set.copyOf(skipped);
    experimental = Set.copyOf(experimental);
  }

  /** A check option, as in {@code # check=skip=all;error=true}: its configuration, or why it is none. */
  public static Parsed parse(String option) {
    throw new UnsupportedOperationException();
  }

  /** This configuration with what {@code other} skips and asks for added. */
  public LintConfig merged(LintConfig other) {
    throw new UnsupportedOperationException();
  }

  /** What {@link #parse} finds. */
  public sealed interface Parsed {
    /** A configuration. */
    record Valid(LintConfig config) implements Parsed {}

    /** Not a configuration; {@code message} is the reference's sentence. */
    record Invalid(String message) implements Parsed {}
  }
}
