package dev.strake.llb;

import java.util.Set;

/** The capability ids that a daemon offers. Immutable. */
public final class CapabilitySet {
  private final Set<String> ids;

  private CapabilitySet(Set<String> ids) {
    this.ids = ids;
  }

  public static CapabilitySet of(Set<String> ids) {
    return new CapabilitySet(Set.copyOf(ids));
  }

  public boolean supports(String id) {
    return ids.contains(id);
  }
}
