package dev.strake.llb.marshal;

import dev.strake.llb.Constraints;
import dev.strake.llb.Output;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.Vertex;
import java.security.SecureRandom;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the writers of ops see of the graph: the digests so far, and what holds for all. Not thread-safe. */
final class Graph {
  private static final int ID_LENGTH = 25;
  private static final int ID_RADIX = 36;

  private final MarshalOptions options;
  private final Map<Vertex, String> digests = new IdentityHashMap<>();
  private @Nullable String localUniqueId;

  Graph(MarshalOptions options) {
    this.options = options;
  }

  MarshalOptions options() {
    return options;
  }

  /** The output that a vertex gives: a placeholder's, if it is late; empty for the empty tree. */
  Optional<Output.OfVertex> resolve(Optional<Output> output) {
    Optional<Output> current = output;
    // A chain of placeholders that is longer than their number goes in circles.
    for (int steps = 0; steps <= options.late().size(); steps++) {
      if (current.isEmpty()) {
        return Optional.empty();
      }
      switch (current.get()) {
        case Output.OfVertex ofVertex -> {
          return Optional.of(ofVertex);
        }
        case Output.Late(Placeholder placeholder) -> current = late(placeholder).output();
      }
    }
    throw new MarshalException("placeholders stand for each other", List.of());
  }

  private State late(Placeholder placeholder) {
    State state = options.late().get(placeholder);
    if (state == null) {
      throw new MarshalException(placeholder + " stands for nothing", List.of());
    }
    return state;
  }

  /** The edge to an output whose vertex is marshalled; empty for the empty tree. */
  Optional<Input> input(Optional<Output> output) {
    return resolve(output).map(this::input);
  }

  Input input(Output.OfVertex output) {
    String digest = digests.get(output.vertex());
    if (digest == null) {
      throw new IllegalStateException("a vertex is used before it is marshalled");
    }
    return new Input(digest, output.index());
  }

  void marshalled(Vertex vertex, String digest) {
    digests.put(vertex, digest);
  }

  boolean isMarshalled(Vertex vertex) {
    return digests.containsKey(vertex);
  }

  /** The platform of an op: its own, else its state's, else the one for all. */
  Platform platform(Constraints constraints, Optional<Platform> state) {
    return constraints.platform().or(() -> state).orElse(options.platform());
  }

  /** What tells a local source from other clients': what the caller says, else random. */
  String localUniqueId(Constraints constraints) {
    if (!constraints.localUniqueId().isEmpty()) {
      return constraints.localUniqueId();
    }
    if (localUniqueId == null) {
      String told = options.constraints().localUniqueId();
      localUniqueId = told.isEmpty() ? randomId() : told;
    }
    return localUniqueId;
  }

  private static String randomId() {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder(ID_LENGTH);
    while (id.length() < ID_LENGTH) {
      id.append(Character.forDigit(random.nextInt(ID_RADIX), ID_RADIX));
    }
    return id.toString();
  }
}
