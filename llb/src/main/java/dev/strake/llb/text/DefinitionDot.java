package dev.strake.llb.text;

import dev.strake.llb.go.GoQuote;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.FileAction;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.Op;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A definition as a graph for Graphviz, as {@code buildctl debug dump-llb --dot} prints it. */
public final class DefinitionDot {

  private DefinitionDot() {}

  /** The graph, in lines. */
  public static String print(Definition definition) {
    Map<String, Op> ops = new LinkedHashMap<>();
    for (MarshalledOp op : definition.ops()) {
      ops.put(op.digest(), DefinitionJson.parse(op));
    }
    StringBuilder dot = new StringBuilder("digraph {\n");
    ops.forEach(
        (digest, op) ->
            dot.append(
                "  %s [label=%s shape=%s];\n"
                    .formatted(GoQuote.quote(digest), GoQuote.quote(label(digest, op)), GoQuote.quote(shape(op)))));
    ops.forEach((digest, op) -> edges(dot, digest, op));
    return dot.append("}\n").toString();
  }

  private static void edges(StringBuilder dot, String digest, Op op) {
    for (int i = 0; i < op.getInputsCount(); i++) {
      String label = "";
      for (Mount mount : op.getExec().getMountsList()) {
        if (mount.getInput() == i && !mount.getDest().equals("/")) {
          label = mount.getDest();
        }
      }
      dot.append(
          "  %s -> %s [label=%s];\n"
              .formatted(GoQuote.quote(op.getInputs(i).getDigest()), GoQuote.quote(digest), GoQuote.quote(label)));
    }
  }

  private static String label(String digest, Op op) {
    return switch (op.getOpCase()) {
      case SOURCE -> op.getSource().getIdentifier();
      case EXEC -> String.join(" ", op.getExec().getMeta().getArgsList());
      case BUILD -> "build";
      case MERGE -> "merge";
      case DIFF -> "diff";
      case FILE -> label(op.getFile());
      case PASSTHROUGH, OP_NOT_SET -> digest;
    };
  }

  private static String shape(Op op) {
    return switch (op.getOpCase()) {
      case SOURCE -> "ellipse";
      case EXEC -> "box";
      case BUILD -> "box3d";
      case MERGE -> "invtriangle";
      case DIFF -> "doublecircle";
      case FILE -> "note";
      case PASSTHROUGH, OP_NOT_SET -> "plaintext";
    };
  }

  private static String label(FileOp file) {
    return file.getActionsList().stream().map(DefinitionDot::label).collect(Collectors.joining(","));
  }

  private static String label(FileAction action) {
    return switch (action.getActionCase()) {
      case COPY -> "copy{src=%s, dest=%s}".formatted(action.getCopy().getSrc(), action.getCopy().getDest());
      case MKFILE -> "mkfile{path=%s}".formatted(action.getMkfile().getPath());
      case MKDIR -> "mkdir{path=%s}".formatted(action.getMkdir().getPath());
      case RM -> "rm{path=%s}".formatted(action.getRm().getPath());
      case SYMLINK ->
          "symlink{oldpath=%s, newpath=%s}"
              .formatted(action.getSymlink().getOldpath(), action.getSymlink().getNewpath());
      case ACTION_NOT_SET -> "";
    };
  }
}
