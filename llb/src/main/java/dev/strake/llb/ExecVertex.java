package dev.strake.llb;

import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a process. */
public final class ExecVertex implements Vertex {
  /** The root's place among the mounts. */
  public static final String ROOT = "/";

  private final State process;
  private final ExecSpec spec;
  private final List<Mount> mounts;

  /**
   * @param root the tree that the process runs in
   * @param process the environment, directory, user and so on that it runs with
   */
  ExecVertex(State root, State process, ExecSpec spec) {
    this.process = process;
    this.spec = spec;
    List<Mount> all = new ArrayList<>(spec.mounts().size() + 1);
    Mount rootMount = Mount.bind(ROOT, root);
    all.add(spec.readonlyRoot() ? rootMount.asReadonly() : rootMount);
    all.addAll(spec.mounts());
    all.sort((left, right) -> GoStrings.compare(left.target(), right.target()));
    this.mounts = List.copyOf(all);
  }

  /** The state whose environment, directory, user and so on the process has. */
  public State process() {
    return process;
  }

  public ExecSpec spec() {
    return spec;
  }

  /** All mounts with the root's, by target. */
  public List<Mount> mounts() {
    return mounts;
  }

  /** The output of the first mount at the target that is the given one. */
  int outputIndex(Mount mount) {
    int index = 0;
    for (Mount each : mounts) {
      if (each == mount) {
        return index;
      }
      if (each.hasOutput()) {
        index++;
      }
    }
    throw new IllegalArgumentException("invalid mount: " + mount.target());
  }

  Output output(Mount mount) {
    Optional<Platform> platform = spec.constraints().platform();
    return new Output.OfVertex(this, outputIndex(mount), platform);
  }

  Mount rootMount() {
    for (Mount mount : mounts) {
      if (mount.target().equals(ROOT)) {
        return mount;
      }
    }
    throw new IllegalStateException("no root mount");
  }

  @Override
  public Constraints constraints() {
    return spec.constraints();
  }
}
