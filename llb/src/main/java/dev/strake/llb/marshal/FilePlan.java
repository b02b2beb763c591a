package dev.strake.llb.marshal;

import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.FileVertex;
import dev.strake.llb.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a file op in the order in which they run: those that give a copy's source come before it. Inputs are
 * numbered on the way.
 */
final class FilePlan {
  static final int SCRATCH = -1;

  private final Graph graph;
  private final InputTable inputs = new InputTable();
  private final List<Step> steps = new ArrayList<>();
  private final Map<CopySource.OfActions, Integer> done = new IdentityHashMap<>();

  private FilePlan(Graph graph) {
    this.graph = graph;
  }

  static FilePlan of(FileVertex vertex, Graph graph) {
    FilePlan plan = new FilePlan(graph);
    plan.lay(vertex);
    return plan;
  }

  List<Step> steps() {
    return steps;
  }

  List<Input> inputs() {
    return inputs.toList();
  }

  private void lay(FileVertex vertex) {
    Deque<Chain> open = new ArrayDeque<>();
    open.push(new Chain(vertex.actions(), vertex.base()));
    while (!open.isEmpty()) {
      Chain chain = open.peek();
      if (chain.next == chain.actions.size()) {
        open.pop();
        if (!open.isEmpty()) {
          // The chain above waits for this one, which is its next copy's source.
          done.put(((CopySource.OfActions) sourceOf(open.peek().action())), chain.last);
        }
        continue;
      }
      int base = input(chain.state);
      FileAction action = chain.action();
      if (sourceOf(action) instanceof CopySource.OfActions source && !done.containsKey(source)) {
        open.push(new Chain(source.actions(), source.state()));
      } else {
        Place before = chain.next == 0 ? Place.input(base) : Place.step(chain.last);
        steps.add(new Step(action, chain.state, base, before, secondary(action)));
        chain.last = steps.size() - 1;
        chain.next++;
      }
    }
  }

  private static @Nullable CopySource sourceOf(FileAction action) {
    return action instanceof FileAction.Copy copy ? copy.source() : null;
  }

  private Place secondary(FileAction action) {
    return switch (sourceOf(action)) {
      case null -> Place.input(SCRATCH);
      case CopySource.OfState(State state) -> Place.input(input(state));
      case CopySource.OfActions source -> Place.step(done.getOrDefault(source, SCRATCH));
    };
  }

  private int input(State state) {
    return graph.input(state.output()).map(inputs::indexOf).orElse(SCRATCH);
  }

  /** A row of actions on a state, and how far it is laid. */
  private static final class Chain {
    private final List<FileAction> actions;
    private final State state;
    private int next;
    private int last = SCRATCH;

    private Chain(List<FileAction> actions, State state) {
      this.actions = actions;
      this.state = state;
    }

    private FileAction action() {
      return actions.get(next);
    }
  }

  /**
   * An action with what it works on.
   *
   * @param state the state that the action's row began with
   * @param base that state's input
   */
  record Step(FileAction action, State state, int base, Place input, Place secondary) {}

  /** An input or an earlier step's result. */
  record Place(boolean isStep, int number) {
    static Place input(int number) {
      return new Place(false, number);
    }

    static Place step(int number) {
      return new Place(true, number);
    }

    /** The number on the wire, where steps count on from the inputs. */
    int index(int inputs) {
      return isStep ? inputs + number : number;
    }
  }
}
