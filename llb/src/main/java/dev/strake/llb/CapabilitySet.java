package dev.strake.llb;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The capabilities that a daemon announces, by id: some of them may be switched off. Immutable.
 *
 * <p>Serves for the solver's capabilities, which {@link Capability} lists, and for the gateway's, which are ids only.
 */
public final class CapabilitySet {
  private final Map<String, State> states;

  private CapabilitySet(Map<String, State> states) {
    this.states = Map.copyOf(states);
  }

  /** A set in which all the ids are on. */
  public static CapabilitySet of(Set<String> ids) {
    Map<String, State> states = HashMap.newHashMap(ids.size());
    for (String id : ids) {
      states.put(id, State.ENABLED);
    }
    return new CapabilitySet(states);
  }

  /** A set of what a daemon announces. */
  public static CapabilitySet ofStates(Map<String, State> states) {
    return new CapabilitySet(states);
  }

  /** All that this version of the library knows and daemons of its time announce. */
  public static CapabilitySet all() {
    Map<String, State> states = new HashMap<>();
    for (Capability capability : Capability.values()) {
      if (capability.status() != Capability.Status.UNREGISTERED) {
        states.put(capability.id(), State.ENABLED);
      }
    }
    return new CapabilitySet(states);
  }

  /** Whether the id is announced and on. */
  public boolean supports(String id) {
    State state = states.get(id);
    return state != null && state.enabled();
  }

  /** Whether the capability is announced and on. */
  public boolean supports(Capability capability) {
    return capability.status() != Capability.Status.UNREGISTERED && supports(capability.id());
  }

  /** Whether the id is announced, be it on or off. */
  public boolean contains(String id) {
    return states.containsKey(id);
  }

  /** All announced capabilities by id. */
  public Map<String, State> states() {
    return states;
  }

  /**
   * The sentence that says why a capability cannot be used; empty where it can.
   *
   * @param product the product that exports the result, such as {@code docker}; empty where not told
   */
  public String missingMessage(Capability capability, String product) {
    if (supports(capability)) {
      return "";
    }
    if (capability.status() == Capability.Status.UNREGISTERED) {
      return "unknown API capability " + capability.id();
    }
    String firmness = capability.status() == Capability.Status.PRERELEASE ? "prerelease " : "experimental ";
    String name = capability == Capability.SOURCE_DATE_EPOCH ? "(source date epoch)" : "";
    String requested = "requested " + firmness + "feature " + capability.id() + " " + name;
    State state = states.get(capability.id());
    if (state == null) {
      return requested + " is not supported by build server" + hint(capability, product) + ", please update " + product;
    }
    String reason = state.disabledReason().isEmpty() ? "" : ": " + state.disabledReason();
    return requested + " has been disabled on the build server" + reason;
  }

  private static String hint(Capability capability, String product) {
    if (capability != Capability.FILE_BASE) {
      return "";
    }
    return switch (product) {
      case "docker" -> " (added in Docker v19.03)";
      case "buildkit" -> " (added in BuildKit v0.5.0)";
      default -> "";
    };
  }

  /**
   * How a daemon announces one capability.
   *
   * @param enabled whether it is on
   * @param disabledReason why it is off; empty where not told
   */
  public record State(boolean enabled, String disabledReason) {
    public static final State ENABLED = new State(true, "");
  }
}
