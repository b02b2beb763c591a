package dev.strake.llb.text;

import dev.strake.llb.go.GoQuote;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.pb.BuildOp;
import dev.strake.llb.pb.DiffOp;
import dev.strake.llb.pb.Input;
import dev.strake.llb.pb.MergeOp;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.Platform;
import dev.strake.llb.pb.SourceOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** An op as lines: one for the op, and an indented one for each of its parts. */
final class OpText {
  private static final int LLB_BUILDER = -1;

  private final Op op;
  private final List<String> inputs;

  /** @param numbers the ops so far, by digest */
  OpText(Op op, Map<String, Integer> numbers) {
    this.op = op;
    this.inputs = op.getInputsList().stream().map(input -> edge(input, numbers)).toList();
  }

  private static String edge(Input input, Map<String, Integer> numbers) {
    Integer number = numbers.get(input.getDigest());
    return (number == null ? "%" + input.getDigest() : "%" + number) + ":" + input.getIndex();
  }

  /** The edges to the op's inputs. */
  List<String> inputs() {
    return inputs;
  }

  /** The line without the op's number, and then the indented ones. */
  List<String> lines() {
    List<String> parts = new ArrayList<>();
    Line line =
        switch (op.getOpCase()) {
          case SOURCE -> source(op.getSource());
          case EXEC -> new ExecText(op.getExec(), this).write(parts);
          case FILE -> new FileText(op.getFile(), this).write(parts);
          case MERGE -> merge(op.getMerge());
          case DIFF -> diff(op.getDiff());
          case BUILD -> build(op.getBuild(), parts);
          case PASSTHROUGH ->
              withInputs("passthrough")
                  .string("id", op.getPassthrough().getId())
                  .raw("outputs", op.getPassthrough().getOutputsList().toString());
          case OP_NOT_SET -> withInputs("result");
        };
    if (op.hasPlatform()) {
      platform(line, op.getPlatform());
    }
    if (op.hasConstraints()) {
      line.strings("filters", op.getConstraints().getFilterList());
    } else {
      line.flag("unconstrained", op.getOpCase() != Op.OpCase.OP_NOT_SET);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line.toString());
    lines.addAll(parts);
    return lines;
  }

  /** A line that begins with the kind and the inputs. */
  Line withInputs(String kind) {
    Line line = new Line(kind);
    inputs.forEach(line::word);
    return line;
  }

  /** What an index of the op stands for. */
  String place(long index) {
    if (index == -1) {
      return "scratch";
    }
    return index >= 0 && index < inputs.size() ? inputs.get((int) index) : "@" + (index - inputs.size());
  }

  private static void platform(Line line, Platform platform) {
    String variant = platform.getVariant().isEmpty() ? "" : "/" + platform.getVariant();
    line.raw("platform", "\"" + platform.getOS() + "/" + platform.getArchitecture() + variant + "\"")
        .string("platform.version", platform.getOSVersion())
        .strings("platform.features", platform.getOSFeaturesList());
  }

  private Line source(SourceOp source) {
    Line line = withInputs("source").quoted(source.getIdentifier());
    source.getAttrsMap().forEach((name, value) -> line.raw(name, GoQuote.quote(value)));
    return line;
  }

  private Line merge(MergeOp merge) {
    List<Long> order = merge.getInputsList().stream().map(each -> each.getInput()).toList();
    boolean plain = order.equals(IntStream.range(0, inputs.size()).mapToObj(Long::valueOf).toList());
    Line line = withInputs("merge");
    return plain ? line : line.raw("order", order.toString());
  }

  private Line diff(DiffOp diff) {
    String lower = diff.hasLower() ? place(diff.getLower().getInput()) : "nothing";
    String upper = diff.hasUpper() ? place(diff.getUpper().getInput()) : "nothing";
    return withInputs("diff").raw("lower", lower).raw("upper", upper);
  }

  private Line build(BuildOp build, List<String> parts) {
    Line line = withInputs("build").number("builder", build.getBuilder(), LLB_BUILDER);
    new TreeMap<>(build.getInputsMap())
        .forEach((name, input) -> line.raw("input." + name, place(input.getInput())));
    new TreeMap<>(build.getAttrsMap()).forEach((name, value) -> line.raw(name, GoQuote.quote(value)));
    if (build.hasDef()) {
      String definition = LlbPrinter.print(Definition.fromProto(build.getDef()));
      definition.lines().forEach(each -> parts.add("  " + each));
    }
    return line;
  }
}
