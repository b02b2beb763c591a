package dev.strake.llb.marshal;

import dev.strake.llb.BuildVertex;
import dev.strake.llb.CopySource;
import dev.strake.llb.DiffVertex;
import dev.strake.llb.ExecVertex;
import dev.strake.llb.FileAction;
import dev.strake.llb.FileVertex;
import dev.strake.llb.LoadedVertex;
import dev.strake.llb.MergeVertex;
import dev.strake.llb.Mount;
import dev.strake.llb.Output;
import dev.strake.llb.PassthroughVertex;
import dev.strake.llb.SourceVertex;
import dev.strake.llb.State;
import dev.strake.llb.Vertex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The vertices that a vertex needs, in the reference's order, which is not the order of the op's inputs but decides the
 * order of a definition's ops.
 */
final class VertexInputs {
  private VertexInputs() {}

  static List<Vertex> of(Vertex vertex, Graph graph) {
    List<Output> outputs =
        switch (vertex) {
          case SourceVertex source -> List.of();
          case ExecVertex exec -> ofExec(exec);
          case FileVertex file -> ofFile(file);
          case MergeVertex merge -> merge.inputs();
          case DiffVertex diff -> diff.upper().map(upper -> List.of(diff.lower(), upper)).orElse(List.of(diff.lower()));
          case BuildVertex build -> List.of(build.source());
          case PassthroughVertex passthrough -> passthrough.inputs();
          case LoadedVertex loaded -> loaded.inputs();
        };
    List<Vertex> vertices = new ArrayList<>(outputs.size());
    for (Output output : outputs) {
      graph.resolve(Optional.of(output)).ifPresent(each -> vertices.add(each.vertex()));
    }
    return vertices;
  }

  private static List<Output> ofExec(ExecVertex exec) {
    List<Output> outputs = new ArrayList<>(exec.mounts().size());
    for (Mount mount : exec.mounts()) {
      mount.source().output().ifPresent(outputs::add);
    }
    return outputs;
  }

  /** Last action first, and of each action first its state, then what it copies from. */
  private static List<Output> ofFile(FileVertex file) {
    SequencedSet<Output> outputs = new LinkedHashSet<>();
    Deque<Chain> open = new ArrayDeque<>();
    open.push(new Chain(file.actions(), file.base()));
    while (!open.isEmpty()) {
      Chain chain = open.peek();
      if (chain.left == 0) {
        open.pop();
        continue;
      }
      chain.left--;
      chain.state.output().ifPresent(outputs::add);
      if (chain.actions.get(chain.left) instanceof FileAction.Copy copy) {
        switch (copy.source()) {
          case CopySource.OfState(State state) -> state.output().ifPresent(outputs::add);
          case CopySource.OfActions source -> open.push(new Chain(source.actions(), source.state()));
        }
      }
    }
    return List.copyOf(outputs);
  }

  /** A row of actions on a state, and how many of them are left. */
  private static final class Chain {
    private final List<FileAction> actions;
    private final State state;
    private int left;

    private Chain(List<FileAction> actions, State state) {
      this.actions = actions;
      this.state = state;
      this.left = actions.size();
    }
  }
}
