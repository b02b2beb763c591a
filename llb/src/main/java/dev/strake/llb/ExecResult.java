package dev.strake.llb;

/** What a process leaves behind. */
public final class ExecResult {
  private final State root;
  private final ExecVertex vertex;

  ExecResult(State root, ExecVertex vertex) {
    this.root = root;
    this.vertex = vertex;
  }

  /** The root after the process, with the settings of the state that it was run on. */
  public State root() {
    return root;
  }

  /**
   * The tree of a mount after the process, with the settings of the state that was mounted.
   *
   * @throws IllegalArgumentException if there is no such mount, or it gives no output
   */
  public State mount(String target) {
    for (Mount mount : vertex.mounts()) {
      if (mount.target().equals(target)) {
        return after(mount);
      }
    }
    throw new IllegalArgumentException("invalid mount: " + target);
  }

  private State after(Mount mount) {
    if (mount.readonly()) {
      return mount.source();
    }
    if (mount.kind() instanceof Mount.Tmpfs) {
      throw new IllegalArgumentException("tmpfs mount for " + mount.target() + " can't be used as a parent");
    }
    if (mount.withoutOutput()) {
      throw new IllegalArgumentException("mount marked no-output and " + mount.target() + " can't be used as a parent");
    }
    if (!mount.hasOutput()) {
      throw new IllegalArgumentException("invalid mount: " + mount.target());
    }
    return mount.source().withOutput(vertex.output(mount));
  }
}
