package dev.strake.frontend.stage;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.llb.Platform;
import dev.strake.llb.ResolveMode;
import java.util.Optional;

/** Looks for the client's contexts, but for names that always mean something else. */
final class NamedContexts {

  private NamedContexts() {}

  static Optional<NamedContext> find(
      BuildContexts contexts, String name, Optional<Platform> platform, ResolveMode resolveMode) {
    if (name.equalsIgnoreCase(StageHead.SCRATCH) || name.equalsIgnoreCase(BuildContexts.MAIN)) {
      return Optional.empty();
    }
    return contexts.namedContext(new BuildContexts.Request(name, platform, resolveMode));
  }
}
