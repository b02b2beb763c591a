package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.LoadedVertex;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.Output;
import dev.strake.llb.SourceLocation;
import dev.strake.llb.State;
import dev.strake.llb.Vertex;
import dev.strake.llb.go.TooLargeException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns graphs into definitions.
 *
 * <p>Each vertex is marshalled once, however many use it, and the depth of the graph costs no stack.
 */
public final class Marshaller {
  /** A range of lines as a message: two positions in it, each with a number. */
  private static final int RANGE_BYTES = 8;

  private final Graph graph;
  private final OpWriter writer = new OpWriter();
  private final SourceCollector sources = new SourceCollector();
  private final Map<String, MarshalledOp> ops = new LinkedHashMap<>();
  private final Map<String, OpMetadata> metadata = new LinkedHashMap<>();
  private final Map<Set<Capability>, Set<String>> capabilityIds = new HashMap<>();
  private long bytes;

  private Marshaller(MarshalOptions options) {
    this.graph = new Graph(options);
  }

  /**
   * Marshals a state's tree with all that it needs, inputs before use. Thread-safe.
   *
   * @throws MarshalException if a vertex cannot be marshalled
   * @throws TooLargeException if the graph is larger than the options allow
   */
  public static Definition marshal(State state, MarshalOptions options) {
    return new Marshaller(options).marshal(state);
  }

  private Definition marshal(State state) {
    Optional<Output.OfVertex> output = graph.resolve(state.output());
    if (output.isEmpty()) {
      return Definition.EMPTY;
    }
    visitAll(output.get().vertex());
    MarshalledOp pointer = writer.writePointer(graph.input(output.get()));
    ops.put(pointer.digest(), pointer);
    metadata.put(pointer.digest(), OpMetadata.NONE.withCaps(graphCapabilities()));
    MarshalOptions options = graph.options();
    // Files come from sources, for which the daemon's capabilities make no difference.
    MarshalOptions plain =
        new MarshalOptions(
            options.platform(), Optional.empty(), options.constraints(), options.late(), options.maxBytes());
    Definition.Source source = sources.finish(file -> marshal(file, plain));
    return new Definition(List.copyOf(ops.values()), metadata, Optional.of(source));
  }

  /** A vertex that waits for its inputs. */
  private static final class Visit {
    private final Vertex vertex;
    private final List<Vertex> inputs;
    private int next;

    private Visit(Vertex vertex, List<Vertex> inputs) {
      this.vertex = vertex;
      this.inputs = inputs;
    }
  }

  private void visitAll(Vertex last) {
    Deque<Visit> open = new ArrayDeque<>();
    Set<Vertex> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    open.push(new Visit(last, VertexInputs.of(last, graph)));
    waiting.add(last);
    while (!open.isEmpty()) {
      Visit visit = open.peek();
      if (visit.next == visit.inputs.size()) {
        open.pop();
        waiting.remove(visit.vertex);
        write(visit.vertex);
        continue;
      }
      Vertex input = visit.inputs.get(visit.next++);
      if (graph.isMarshalled(input)) {
        continue;
      }
      if (!waiting.add(input)) {
        throw new MarshalException("a placeholder stands for what needs it", visit.vertex.constraints().locations());
      }
      open.push(new Visit(input, VertexInputs.of(input, graph)));
    }
  }

  private void write(Vertex vertex) {
    List<SourceLocation> locations = vertex.constraints().locations();
    MarshalledOp op;
    OpMetadata own = vertex.constraints().metadata();
    if (vertex instanceof LoadedVertex loaded) {
      op = new MarshalledOp(loaded.digest(), loaded.bytes());
    } else {
      OpWriter.Written written = written(vertex);
      op = written.op();
      own = graph.options().constraints().metadata().merge(own);
      Set<String> ids = capabilityIds.computeIfAbsent(written.head().capabilities(), Marshaller::ids);
      own = own.withCaps(own.caps().isEmpty() ? ids : union(own.caps(), ids));
    }
    graph.marshalled(vertex, op.digest());
    metadata.merge(op.digest(), own, OpMetadata::merge);
    sources.add(op.digest(), locations);
    if (ops.putIfAbsent(op.digest(), op) == null) {
      count(op, own, locations);
    }
  }

  /** What the op takes of the definition, at the least: only lengths of texts, and some bytes for each line. */
  private void count(MarshalledOp op, OpMetadata own, List<SourceLocation> locations) {
    bytes += op.bytes().length + 2L * op.digest().length();
    for (SourceLocation location : locations) {
      bytes += (long) RANGE_BYTES * location.ranges().size();
    }
    for (Map.Entry<String, String> line : own.description().entrySet()) {
      bytes += line.getKey().length() + line.getValue().length();
    }
    for (String cap : own.caps()) {
      bytes += cap.length();
    }
    if (bytes > graph.options().maxBytes()) {
      throw new TooLargeException(graph.options().maxBytes());
    }
  }

  private OpWriter.Written written(Vertex vertex) {
    try {
      return writer.write(vertex, graph);
    } catch (WireWriter.InvalidUtf8Exception e) {
      throw new MarshalException(String.valueOf(e.getMessage()), vertex.constraints().locations());
    }
  }

  private static Set<String> ids(Set<Capability> capabilities) {
    Set<String> ids = HashSet.newHashSet(capabilities.size());
    for (Capability capability : capabilities) {
      ids.add(capability.id());
    }
    return Set.copyOf(ids);
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    return all;
  }

  /** What the metadata of all ops together needs. */
  private Set<String> graphCapabilities() {
    Set<String> ids = new HashSet<>(Set.of(Capability.CONSTRAINTS.id(), Capability.PLATFORM.id()));
    for (OpMetadata each : metadata.values()) {
      if (each.ignoreCache()) {
        ids.add(Capability.META_IGNORE_CACHE.id());
      }
      if (!each.description().isEmpty()) {
        ids.add(Capability.META_DESCRIPTION.id());
      }
      if (each.exportCache().isPresent()) {
        ids.add(Capability.META_EXPORT_CACHE.id());
      }
    }
    return ids;
  }
}
