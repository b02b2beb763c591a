package dev.strake.frontend.subrequest;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.BuildOp;
import dev.strake.llb.pb.DiffOp;
import dev.strake.llb.pb.Input;
import dev.strake.llb.pb.MergeOp;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.PassthroughOp;
import dev.strake.llb.pb.Platform;
import dev.strake.llb.pb.SourceOp;
import java.util.HashMap;
import java.util.Map;

/** The ops of a graph by digest, as Go's {@code protojson} writes them. */
final class OpJson {

  private final GoJsonWriter json;
  private final MessageJson fields;

  private OpJson(GoJsonWriter json) {
    this.json = json;
    this.fields = new MessageJson(json, true);
  }

  static void write(GoJsonWriter json, Definition definition) {
    Map<String, Op> ops = new HashMap<>();
    for (MarshalledOp op : definition.ops()) {
      ops.put(op.digest(), parse(op.bytes()));
    }
    OpJson writer = new OpJson(json);
    writer.fields.map(ops, (w, op) -> writer.op(op));
  }

  private static Op parse(byte[] bytes) {
    try {
      return Op.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an op of our own making cannot be read", e);
    }
  }

  private void op(Op op) {
    fields.message(
        () -> {
          fields.list("inputs", op.getInputsList(), this::input);
          switch (op.getOpCase()) {
            case EXEC -> fields.message("exec", true, () -> new ExecJson(fields).write(op.getExec()));
            case SOURCE -> fields.message("source", true, () -> source(op.getSource()));
            case FILE -> fields.message("file", true, () -> new FileJson(fields).write(op.getFile()));
            case BUILD -> fields.message("build", true, () -> build(op.getBuild()));
            case MERGE -> fields.message("merge", true, () -> merge(op.getMerge()));
            case DIFF -> fields.message("diff", true, () -> diff(op.getDiff()));
            case PASSTHROUGH -> fields.message("passthrough", true, () -> passthrough(op.getPassthrough()));
            case OP_NOT_SET -> { }
          }
          fields.message("platform", op.hasPlatform(), () -> platform(op.getPlatform()));
          fields.message(
              "constraints", op.hasConstraints(), () -> fields.texts("filter", op.getConstraints().getFilterList()));
        });
  }

  private void input(Input input) {
    fields.message(
        () -> {
          fields.text("digest", input.getDigest());
          fields.number("index", input.getIndex());
        });
  }

  private void source(SourceOp source) {
    fields.text("identifier", source.getIdentifier());
    fields.map("attrs", source.getAttrsMap(), GoJsonWriter::string);
  }

  private void build(BuildOp build) {
    fields.number("builder", build.getBuilder());
    fields.map(
        "inputs",
        build.getInputsMap(),
        (w, input) -> fields.message(() -> fields.number("input", input.getInput())));
    fields.message("def", build.hasDef(), () -> LlbJson.proto(json).definition(build.getDef()));
    fields.map("attrs", build.getAttrsMap(), GoJsonWriter::string);
  }

  private void merge(MergeOp merge) {
    fields.list(
        "inputs",
        merge.getInputsList(),
        input -> fields.message(() -> fields.number("input", input.getInput())));
  }

  private void diff(DiffOp diff) {
    fields.message("lower", diff.hasLower(), () -> fields.number("input", diff.getLower().getInput()));
    fields.message("upper", diff.hasUpper(), () -> fields.number("input", diff.getUpper().getInput()));
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
