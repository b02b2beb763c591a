package dev.strake.llb.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.pb.Op;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Walks ops.proto: a change of any field of any message changes each of the texts that there are of it. */
class FieldGuardTest {

  /** A way to write ops and graphs, without digests, which show any change of an op; and the fields left out of it. */
  private enum Form {
    TEXT(op -> LlbPrinter.print(Definition.fromProto(graph(op))), LlbPrinter::print, "nothing"),
    // The reference's has no symlinks either.
    ENCODING_JSON(op -> op(LlbJson::encodingJson, op), graph -> file(LlbJson::encodingJson, graph), ".symlink"),
    PROTOJSON(op -> op(LlbJson::protojson, op), graph -> file(LlbJson::protojson, graph), "nothing");

    private final Function<Op, String> ops;
    private final Function<Definition, String> graphs;
    private final String leftOut;

    Form(Function<Op, String> ops, Function<Definition, String> graphs, String leftOut) {
      this.ops = ops;
      this.graphs = graphs;
      this.leftOut = leftOut;
    }

    private static dev.strake.llb.pb.Definition graph(Op op) {
      return dev.strake.llb.pb.Definition.newBuilder().addDef(op.toByteString()).build();
    }

    private static String op(Function<GoJsonWriter, LlbJson> style, Op op) {
      GoJsonWriter json = GoJsonWriter.compact();
      style.apply(json).op(op);
      return json.toString();
    }

    private static String file(Function<GoJsonWriter, LlbJson> style, Definition graph) {
      GoJsonWriter json = GoJsonWriter.compact();
      style.apply(json).file(new Definition.SourceFile("", "", new byte[0], Optional.of(graph)));
      return json.toString();
    }

    String ofOp(DynamicMessage op) {
      try {
        return ops.apply(Op.parseFrom(op.toByteString()));
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }

    String ofGraph(DynamicMessage graph) {
      return graphs.apply(Definition.fromBytes(graph.toByteArray()));
    }
  }

  @Test
  void showsEveryFieldOfEveryOp() throws Exception {
    OpsMessages messages = OpsMessages.read();
    for (DynamicMessage base : messages.ops()) {
      Map<String, DynamicMessage> changes = messages.changes(base, "Op");
      for (Form form : Form.values()) {
        assertAllShow(form, form::ofOp, base, changes);
      }
    }
  }

  @Test
  void showsEveryFieldOfADefinition() throws Exception {
    OpsMessages messages = OpsMessages.read();
    DynamicMessage base = messages.definition();
    Map<String, DynamicMessage> changes = messages.changes(base, "Definition");
    for (Form form : Form.values()) {
      assertAllShow(form, form::ofGraph, base, changes);
    }
  }

  @Test
  void walksEveryField() throws Exception {
    OpsMessages messages = OpsMessages.read();
    messages.ops().forEach(base -> messages.changes(base, "Op"));
    messages.changes(messages.definition(), "Definition");
    assertThat(messages.visited()).containsAll(messages.allFields());
  }

  private static void assertAllShow(
      Form form,
      Function<DynamicMessage, String> print,
      DynamicMessage base,
      Map<String, DynamicMessage> changes) {
    String text = print.apply(base);
    changes.forEach(
        (name, changed) -> {
          if (!name.contains(form.leftOut)) {
            assertThat(print.apply(changed)).as(form + ": " + name).isNotEqualTo(text);
          }
        });
  }
}
