package dev.strake.frontend.lint;

import java.util.Set;

/** Arguments that mean something to BuildKit itself. */
public final class ArgumentNames {

  /** Whether a software bill of materials looks at the build context. */
  public static final String SBOM_SCAN_CONTEXT = "BUILDKIT_SBOM_SCAN_CONTEXT";

  /** Whether a software bill of materials looks at a stage. */
  public static final String SBOM_SCAN_STAGE = "BUILDKIT_SBOM_SCAN_STAGE";

  private static final Set<String> NEVER_IN_ENVIRONMENT = Set.of(SBOM_SCAN_CONTEXT, SBOM_SCAN_STAGE);

  private ArgumentNames() {}

  /** Whether this argument never becomes a variable, though it be declared. */
  public static boolean isNeverInEnvironment(String name) {
    return NEVER_IN_ENVIRONMENT.contains(name);
  }
}
