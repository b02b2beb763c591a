package dev.strake.llb.text;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.List;

/** A definition as {@code buildctl debug dump-llb} prints it: a line of JSON for each op, its digest and metadata. */
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
      GoJsonWriter json = GoJsonWriter.compact();
      LlbJson parts = LlbJson.encodingJson(json);
      json.beginObject().name("Op");
      parts.op(parse(op));
      json.name("Digest").string(op.digest()).name("OpMetadata");
      parts.metadata(definition.metadata().getOrDefault(op.digest(), OpMetadata.NONE));
      lines.add(json.endObject().toString());
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
}
