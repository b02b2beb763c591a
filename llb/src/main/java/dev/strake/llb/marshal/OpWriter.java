package dev.strake.llb.marshal;

import dev.strake.llb.BuildVertex;
import dev.strake.llb.DiffVertex;
import dev.strake.llb.ExecVertex;
import dev.strake.llb.FileVertex;
import dev.strake.llb.LoadedVertex;
import dev.strake.llb.MergeVertex;
import dev.strake.llb.PassthroughVertex;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceVertex;
import dev.strake.llb.Vertex;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.WorkerConstraints;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes ops as the reference does, byte for byte, so that digests agree. Not thread-safe.
 *
 * <p>The reference's protobuf library writes a message's fields by number, but its oneof last. Hence this writes the
 * wire format itself; the generated classes give the field numbers, which the compiler copies without loading them.
 */
final class OpWriter {
  private final WireWriter body = new WireWriter();
  private final WireWriter op = new WireWriter();
  private final Sha256 sha256 = new Sha256();

  /** An op and what it says around its body. */
  record Written(MarshalledOp op, OpHead head) {}

  /** Writes a vertex whose inputs are marshalled already. */
  Written write(Vertex vertex, Graph graph) {
    body.clear();
    OpHead head =
        switch (vertex) {
          case SourceVertex source -> SourceBody.write(source, graph, body);
          case ExecVertex exec -> ExecBody.write(exec, graph, body);
          case FileVertex file -> FileBody.write(file, graph, body);
          case MergeVertex merge -> LayerBody.write(merge, graph, body);
          case DiffVertex diff -> LayerBody.write(diff, graph, body);
          case BuildVertex build -> LayerBody.write(build, graph, body);
          case PassthroughVertex passthrough -> LayerBody.write(passthrough, graph, body);
          case LoadedVertex loaded -> throw new IllegalArgumentException("written already: " + loaded.digest());
        };
    op.clear();
    writeInputs(head.inputs());
    head.platform().ifPresent(this::write);
    List<String> filters = graph.options().constraints().workerFilters();
    if (filters.isEmpty()) {
      filters = vertex.constraints().workerFilters();
    } else {
      filters = new ArrayList<>(filters);
      filters.addAll(vertex.constraints().workerFilters());
    }
    int constraints = op.begin(Op.CONSTRAINTS_FIELD_NUMBER);
    for (String filter : filters) {
      op.element(WorkerConstraints.FILTER_FIELD_NUMBER, filter);
    }
    op.end(constraints);
    return new Written(finish(op.toByteArray(head.bodyField(), body)), head);
  }

  /** The last op of a definition, which only points to the result. */
  MarshalledOp writePointer(Input result) {
    op.clear();
    writeInputs(List.of(result));
    return finish(op.toByteArray());
  }

  private void writeInputs(List<Input> inputs) {
    for (Input input : inputs) {
      int message = op.begin(Op.INPUTS_FIELD_NUMBER);
      op.string(dev.strake.llb.pb.Input.DIGEST_FIELD_NUMBER, input.digest());
      op.int64(dev.strake.llb.pb.Input.INDEX_FIELD_NUMBER, input.index());
      op.end(message);
    }
  }

  private void write(Platform platform) {
    int message = op.begin(Op.PLATFORM_FIELD_NUMBER);
    op.string(dev.strake.llb.pb.Platform.ARCHITECTURE_FIELD_NUMBER, platform.architecture());
    op.string(dev.strake.llb.pb.Platform.OS_FIELD_NUMBER, platform.os());
    op.string(dev.strake.llb.pb.Platform.VARIANT_FIELD_NUMBER, platform.variant());
    op.string(dev.strake.llb.pb.Platform.OSVERSION_FIELD_NUMBER, platform.osVersion());
    for (String feature : platform.osFeatures()) {
      op.element(dev.strake.llb.pb.Platform.OSFEATURES_FIELD_NUMBER, feature);
    }
    op.end(message);
  }

  private MarshalledOp finish(byte[] bytes) {
    return new MarshalledOp(sha256.digest(bytes), bytes);
  }
}
