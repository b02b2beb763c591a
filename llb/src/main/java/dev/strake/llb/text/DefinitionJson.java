package dev.strake.llb.text;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.go.template.GoValueJson;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.BuildOp;
import dev.strake.llb.pb.Input;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A definition as {@code buildctl debug dump-llb} prints it: each op with its digest and metadata as a line of JSON. */
public final class DefinitionJson {

  private DefinitionJson() {}

  /**
   * The lines, without line ends.
   *
   * @throws IllegalArgumentException if an op's bytes are no op
   */
  public static List<String> lines(Definition definition) {
    List<String> lines = new ArrayList<>();
    for (MarshalledOp op : definition.ops()) {
      OpMetadata metadata = definition.metadata().getOrDefault(op.digest(), OpMetadata.NONE);
      lines.add(
          GoValueJson.escaped(
              new Structs()
                  .always("Op", op(parse(op)))
                  .always("Digest", GoValue.of(op.digest()))
                  .always("OpMetadata", metadata(metadata))
                  .build()));
    }
    return lines;
  }

  static Op parse(MarshalledOp op) {
    try {
      return Op.parseFrom(op.bytes());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("failed to parse op: " + e.getMessage(), e);
    }
  }

  private static GoValue op(Op op) {
    Structs kind = new Structs();
    switch (op.getOpCase()) {
      case EXEC -> kind.always("exec", ExecStructs.of(op.getExec()));
      case SOURCE ->
          kind.always(
              "source",
              new Structs()
                  .text("identifier", op.getSource().getIdentifier())
                  .texts("attrs", op.getSource().getAttrsMap())
                  .build());
      case FILE -> kind.always("file", FileStructs.of(op.getFile()));
      case BUILD -> kind.always("build", build(op.getBuild()));
      case MERGE ->
          kind.always(
              "merge",
              new Structs().list("inputs", op.getMerge().getInputsList(), input -> input(input.getInput())).build());
      case DIFF ->
          kind.always(
              "diff",
              new Structs()
                  .message(
                      "lower",
                      op.getDiff().hasLower()
                          ? Optional.of(input(op.getDiff().getLower().getInput()))
                          : Optional.empty())
                  .message(
                      "upper",
                      op.getDiff().hasUpper()
                          ? Optional.of(input(op.getDiff().getUpper().getInput()))
                          : Optional.empty())
                  .build());
      case PASSTHROUGH ->
          kind.always(
              "passthrough",
              new Structs()
                  .text("id", op.getPassthrough().getId())
                  .list("outputs", op.getPassthrough().getOutputsList(), GoValue::of)
                  .build());
      case OP_NOT_SET -> {}
    }
    return new Structs()
        .list("inputs", op.getInputsList(), DefinitionJson::input)
        .always("Op", kind.build())
        .message("platform", op.hasPlatform() ? Optional.of(platform(op.getPlatform())) : Optional.empty())
        .message(
            "constraints",
            op.hasConstraints()
                ? Optional.of(new Structs().texts("filter", op.getConstraints().getFilterList()).build())
                : Optional.empty())
        .build();
  }

  private static GoValue input(Input input) {
    return new Structs().text("digest", input.getDigest()).number("index", input.getIndex()).build();
  }

  private static GoValue input(long index) {
    return new Structs().number("input", index).build();
  }

  private static GoValue platform(Platform platform) {
    return new Structs()
        .text("Architecture", platform.getArchitecture())
        .text("OS", platform.getOS())
        .text("Variant", platform.getVariant())
        .text("OSVersion", platform.getOSVersion())
        .texts("OSFeatures", platform.getOSFeaturesList())
        .build();
  }

  /** The definition inside is shown by its ops' bytes only: a build op's own graph is a file of its own. */
  private static GoValue build(BuildOp build) {
    SortedMap<String, GoValue> inputs = new TreeMap<>();
    build.getInputsMap().forEach((name, input) -> inputs.put(name, input(input.getInput())));
    List<GoValue> ops =
        build.getDef().getDefList().stream().<GoValue>map(bytes -> new GoValue.Bytes(bytes.toByteArray())).toList();
    return new Structs()
        .number("builder", build.getBuilder())
        .message(
            "inputs",
            inputs.isEmpty() ? Optional.empty() : Optional.of(new GoValue.Mapping("map", inputs, false)))
        .message(
            "def",
            build.hasDef() ? Optional.of(new Structs().list("def", ops, op -> op).build()) : Optional.empty())
        .texts("attrs", build.getAttrsMap())
        .build();
  }

  private static GoValue metadata(OpMetadata metadata) {
    SortedMap<String, GoValue> caps = new TreeMap<>();
    metadata.caps().forEach(cap -> caps.put(cap, GoValue.of(true)));
    return new Structs()
        .flag("ignore_cache", metadata.ignoreCache())
        .texts("description", metadata.description())
        .message(
            "export_cache", metadata.exportCache().map(value -> new Structs().flag("Value", value).build()))
        .message(
            "caps", caps.isEmpty() ? Optional.empty() : Optional.of(new GoValue.Mapping("map", caps, false)))
        .message(
            "progress_group",
            metadata
                .progressGroup()
                .map(
                    group ->
                        new Structs()
                            .text("id", group.id())
                            .text("name", group.name())
                            .flag("weak", group.weak())
                            .build()))
        .message("linux_resources", metadata.linuxResources().map(DefinitionJson::resources))
        .build();
  }

  private static GoValue resources(LinuxResources resources) {
    return new Structs()
        .number("memory", resources.memory())
        .number("memorySwap", resources.memorySwap())
        .number("cpuShares", resources.cpuShares())
        .number("cpuPeriod", resources.cpuPeriod())
        .number("cpuQuota", resources.cpuQuota())
        .text("cpusetCpus", resources.cpusetCpus())
        .text("cpusetMems", resources.cpusetMems())
        .build();
  }
}
