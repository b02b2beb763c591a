package dev.strake.llb.marshal;

import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Constraints;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a whole graph when it is marshalled.
 *
 * @param platform for vertices that name none
 * @param caps what the daemon can do; empty for unknown, which leaves out what depends on it
 * @param constraints added to every vertex; the vertex's own win
 * @param late the states that placeholders stand for
 * @param maxBytes how much the graph's ops and what is told beside them may come to
 */
public record MarshalOptions(
    Platform platform,
    Optional<CapabilitySet> caps,
    Constraints constraints,
    Map<Placeholder, State> late,
    long maxBytes) {
  public MarshalOptions {
    late = Map.copyOf(late);
  }

  /** For the machine's own platform and an unknown daemon. */
  public static MarshalOptions defaults() {
    return of(Platforms.local());
  }

  public static MarshalOptions of(Platform platform) {
    return new MarshalOptions(platform, Optional.empty(), Constraints.NONE, Map.of(), Long.MAX_VALUE);
  }

  public MarshalOptions withCaps(CapabilitySet value) {
    return new MarshalOptions(platform, Optional.of(value), constraints, late, maxBytes);
  }

  public MarshalOptions withConstraints(Constraints value) {
    return new MarshalOptions(platform, caps, value, late, maxBytes);
  }

  public MarshalOptions withLate(Placeholder placeholder, State state) {
    Map<Placeholder, State> all = new HashMap<>(late);
    all.put(placeholder, state);
    return new MarshalOptions(platform, caps, constraints, all, maxBytes);
  }

  /** The same with a limit; a graph that goes over it is a {@link dev.strake.llb.go.TooLargeException}. */
  public MarshalOptions withMaxBytes(long value) {
    return new MarshalOptions(platform, caps, constraints, late, value);
  }
}
