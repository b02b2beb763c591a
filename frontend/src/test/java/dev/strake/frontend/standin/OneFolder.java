package dev.strake.frontend.standin;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import java.util.List;
import java.util.Optional;

/** A client that has a folder with files and nothing else; it knows a key of each server. */
public final class OneFolder implements BuildContexts {

  @Override
  public State mainContext(List<String> followPaths) {
    return Sources.local("context", LocalOptions.NONE.withSessionId("session").withFollowPaths(followPaths));
  }

  @Override
  public List<String> dockerIgnorePatterns() {
    return List.of();
  }

  @Override
  public Optional<NamedContext> namedContext(Request request) {
    return Optional.empty();
  }

  @Override
  public String knownHosts(String repository) {
    return Sources.sshHost(repository).map(host -> "key of " + host).orElse("");
  }
}
