package dev.strake.frontend.lint;

import java.util.Set;

/** Arguments that mean something to BuildKit itself. */
final class ArgumentNames {

  private static final Set<String> NEVER_IN_ENVIRONMENT =
      Set.of("BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE");

  private ArgumentNames() {}

  /** Whether this argument never becomes a variable, though it be declared. */
  static boolean isNeverInEnvironment(String name) {
    return NEVER_IN_ENVIRONMENT.contains(name);
  }
}
