package dev.strake.llb.text;

import dev.strake.llb.marshal.Definition;
import dev.strake.llb.pb.BuildOp;
import dev.strake.llb.pb.DiffOp;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.PassthroughOp;
import dev.strake.llb.pb.Platform;
import dev.strake.llb.pb.SourceOp;

/** The fields of an op. */
final class OpJson {

  private final LlbJson graph;
  private final MessageJson fields;

  /** @param graph what writes the graphs in it */
  OpJson(LlbJson graph, MessageJson fields) {
    this.graph = graph;
    this.fields = fields;
  }

  void write(Op op) {
    fields.messages(
        "inputs",
        op.getInputsList(),
        input -> {
          fields.text("digest", input.getDigest());
          fields.number("index", input.getIndex());
        });
    fields.choice("Op", () -> kind(op));
    fields.message("platform", op.hasPlatform(), () -> platform(op.getPlatform()));
    fields.message(
        "constraints", op.hasConstraints(), () -> fields.texts("filter", op.getConstraints().getFilterList()));
  }

  private void kind(Op op) {
    switch (op.getOpCase()) {
      case EXEC -> fields.message("exec", true, () -> new ExecJson(fields).write(op.getExec()));
      case SOURCE -> fields.message("source", true, () -> source(op.getSource()));
      case FILE -> fields.message("file", true, () -> new FileJson(fields).write(op.getFile()));
      case BUILD -> fields.message("build", true, () -> build(op.getBuild()));
      case MERGE ->
          fields.message(
              "merge", true, () -> fields.messages("inputs", op.getMerge().getInputsList(), i -> input(i.getInput())));
      case DIFF -> fields.message("diff", true, () -> diff(op.getDiff()));
      case PASSTHROUGH -> fields.message("passthrough", true, () -> passthrough(op.getPassthrough()));
      case OP_NOT_SET -> { }
    }
  }

  private void input(long index) {
    fields.number("input", index);
  }

  private void source(SourceOp source) {
    fields.text("identifier", source.getIdentifier());
    fields.texts("attrs", source.getAttrsMap());
  }

  private void build(BuildOp build) {
    fields.number("builder", build.getBuilder());
    fields.map(
        "inputs", build.getInputsMap(), input -> fields.message(() -> input(input.getInput())));
    fields.message(
        "def", build.hasDef(), () -> graph.definition(Definition.fromProto(build.getDef())));
    fields.texts("attrs", build.getAttrsMap());
  }

  private void diff(DiffOp diff) {
    fields.message("lower", diff.hasLower(), () -> input(diff.getLower().getInput()));
    fields.message("upper", diff.hasUpper(), () -> input(diff.getUpper().getInput()));
  }

  private void passthrough(PassthroughOp passthrough) {
    fields.text("id", passthrough.getId());
    fields.longs("outputs", passthrough.getOutputsList());
  }

  private void platform(Platform platform) {
    fields.text("Architecture", platform.getArchitecture());
    fields.text("OS", platform.getOS());
    fields.text("Variant", platform.getVariant());
    fields.text("OSVersion", platform.getOSVersion());
    fields.texts("OSFeatures", platform.getOSFeaturesList());
  }
}
