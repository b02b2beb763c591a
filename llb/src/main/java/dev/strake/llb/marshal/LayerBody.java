package dev.strake.llb.marshal;

import dev.strake.llb.BuildVertex;
import dev.strake.llb.Capability;
import dev.strake.llb.DiffVertex;
import dev.strake.llb.MergeVertex;
import dev.strake.llb.Output;
import dev.strake.llb.PassthroughVertex;
import dev.strake.llb.pb.BuildInput;
import dev.strake.llb.pb.BuildOp;
import dev.strake.llb.pb.DiffOp;
import dev.strake.llb.pb.LowerDiffInput;
import dev.strake.llb.pb.MergeInput;
import dev.strake.llb.pb.MergeOp;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.PassthroughOp;
import dev.strake.llb.pb.UpperDiffInput;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the ops that combine trees or hand them on. Unlike elsewhere, the same input may be there twice. */
final class LayerBody {
  private static final int EMPTY = -1;
  private static final int LLB_BUILDER = -1;
  private static final String DEFINITION_INPUT = "buildkit.llb.definition";
  private static final int MAP_KEY = 1;
  private static final int MAP_VALUE = 2;

  private LayerBody() {}

  static OpHead write(MergeVertex vertex, Graph graph, WireWriter out) {
    List<Input> inputs = inputs(vertex.inputs(), graph);
    if (inputs.size() < 2) {
      throw new MarshalException("merge must have at least 2 inputs", vertex.constraints().locations());
    }
    for (int i = 0; i < inputs.size(); i++) {
      int message = out.begin(MergeOp.INPUTS_FIELD_NUMBER);
      out.int64(MergeInput.INPUT_FIELD_NUMBER, i);
      out.end(message);
    }
    return head(Op.MERGE_FIELD_NUMBER, inputs, Capability.MERGE_OP);
  }

  static OpHead write(DiffVertex vertex, Graph graph, WireWriter out) {
    Optional<Input> lower = graph.input(Optional.of(vertex.lower()));
    Optional<Input> upper = graph.input(vertex.upper());
    List<Input> inputs = new ArrayList<>(2);
    int message = out.begin(DiffOp.LOWER_FIELD_NUMBER);
    out.int64(LowerDiffInput.INPUT_FIELD_NUMBER, add(inputs, lower));
    out.end(message);
    message = out.begin(DiffOp.UPPER_FIELD_NUMBER);
    out.int64(UpperDiffInput.INPUT_FIELD_NUMBER, add(inputs, upper));
    out.end(message);
    return head(Op.DIFF_FIELD_NUMBER, inputs, Capability.DIFF_OP);
  }

  static OpHead write(BuildVertex vertex, Graph graph, WireWriter out) {
    List<Input> inputs = inputs(List.of(vertex.source()), graph);
    out.int64(BuildOp.BUILDER_FIELD_NUMBER, LLB_BUILDER);
    int entry = out.begin(BuildOp.INPUTS_FIELD_NUMBER);
    out.element(MAP_KEY, DEFINITION_INPUT);
    int value = out.begin(MAP_VALUE);
    out.int64(BuildInput.INPUT_FIELD_NUMBER, 0);
    out.end(value);
    out.end(entry);
    if (!vertex.definitionFilename().isEmpty()) {
      StringMaps.write(BuildOp.ATTRS_FIELD_NUMBER, Map.of("llbbuild.filename", vertex.definitionFilename()), out);
    }
    return new OpHead(
        Op.BUILD_FIELD_NUMBER,
        inputs,
        Optional.of(graph.platform(vertex.constraints(), Optional.empty())),
        EnumSet.of(Capability.BUILD_OP_LLB_FILE_NAME));
  }

  static OpHead write(PassthroughVertex vertex, Graph graph, WireWriter out) {
    List<Input> inputs = inputs(vertex.inputs(), graph);
    String problem =
        inputs.isEmpty()
            ? "passthrough must have at least one input"
            : vertex.id().isEmpty()
                ? "passthrough requires an id"
                : vertex.outputs().isEmpty() ? "passthrough must have at least one output" : "";
    if (!problem.isEmpty()) {
      throw new MarshalException(problem, vertex.constraints().locations());
    }
    out.string(PassthroughOp.ID_FIELD_NUMBER, vertex.id());
    int packed = out.begin(PassthroughOp.OUTPUTS_FIELD_NUMBER);
    vertex.outputs().forEach(out::packed);
    out.end(packed);
    return head(Op.PASSTHROUGH_FIELD_NUMBER, inputs, Capability.PASSTHROUGH_OP);
  }

  private static OpHead head(int field, List<Input> inputs, Capability capability) {
    return new OpHead(field, inputs, Optional.empty(), EnumSet.of(capability));
  }

  private static List<Input> inputs(List<Output> outputs, Graph graph) {
    List<Input> inputs = new ArrayList<>(outputs.size());
    for (Output output : outputs) {
      graph.input(Optional.of(output)).ifPresent(inputs::add);
    }
    return inputs;
  }

  private static int add(List<Input> inputs, Optional<Input> input) {
    if (input.isEmpty()) {
      return EMPTY;
    }
    inputs.add(input.get());
    return inputs.size() - 1;
  }
}
