package dev.strake.llb.marshal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.Constraints;
import dev.strake.llb.LoadedVertex;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.Output;
import dev.strake.llb.SourceLocation;
import dev.strake.llb.SourceMap;
import dev.strake.llb.State;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes vertices of a definition's ops. Not thread-safe. */
final class DefinitionLoader {
  private final Definition definition;
  private final List<SourceMap> files = new ArrayList<>();
  private final Map<String, MarshalledOp> ops = new HashMap<>();
  private final Map<String, List<Output>> inputs = new HashMap<>();
  private final Map<Input, Output> outputs = new HashMap<>();

  private DefinitionLoader(Definition definition) {
    this.definition = definition;
  }

  static State load(Definition definition) {
    return definition.isEmpty() ? State.scratch() : new DefinitionLoader(definition).load();
  }

  private State load() {
    for (Definition.SourceFile file : definition.source().map(Definition.Source::files).orElse(List.of())) {
      Optional<State> state = file.definition().map(Definition::toState);
      files.add(new SourceMap(state, file.filename(), file.language(), file.data()));
    }
    List<Output> last = List.of();
    for (MarshalledOp op : definition.ops()) {
      last = new ArrayList<>();
      for (dev.strake.llb.pb.Input input : parse(op).getInputsList()) {
        last.add(output(new Input(input.getDigest(), Math.toIntExact(input.getIndex()))));
      }
      ops.put(op.digest(), op);
      inputs.put(op.digest(), last);
    }
    if (last.isEmpty()) {
      throw new IllegalArgumentException("the last op points to nothing");
    }
    return State.of(last.getFirst());
  }

  static Op parse(MarshalledOp op) {
    try {
      return Op.parseFrom(op.bytes());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("failed to parse llb proto op", e);
    }
  }

  /** One vertex for each output that is used, as the reference has it: it decides how often places are told. */
  private Output output(Input input) {
    return outputs.computeIfAbsent(input, this::load);
  }

  private Output load(Input input) {
    MarshalledOp op = ops.get(input.digest());
    if (op == null) {
      throw new IllegalArgumentException("no op " + input.digest() + " before its use");
    }
    List<SourceLocation> locations = new ArrayList<>();
    for (Definition.Location location : definition.source().map(each -> locations(each, input)).orElse(List.of())) {
      if (location.file() < 0 || location.file() >= files.size()) {
        throw new IllegalArgumentException("failed to find source map with index " + location.file());
      }
      locations.add(files.get(location.file()).location(location.ranges()));
    }
    OpMetadata metadata = definition.metadata().getOrDefault(input.digest(), OpMetadata.NONE);
    Constraints constraints = new Constraints(Optional.empty(), metadata, locations, List.of(), "");
    List<Output> needed = inputs.getOrDefault(input.digest(), List.of());
    LoadedVertex vertex = new LoadedVertex(op.digest(), op.bytes(), needed, constraints);
    return new Output.OfVertex(vertex, input.index(), Optional.empty());
  }

  private static List<Definition.Location> locations(Definition.Source source, Input input) {
    return source.locations().getOrDefault(input.digest(), List.of());
  }
}
