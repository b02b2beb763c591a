package dev.strake.frontend.lower;

import dev.strake.frontend.expand.TextBudget;
import dev.strake.frontend.instruction.MountType;
import dev.strake.frontend.instruction.RunMount;
import dev.strake.frontend.lower.StageOutline.Requirement;
import dev.strake.frontend.stage.InternalSteps;
import dev.strake.llb.CacheSharing;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.ContentCache;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.FileAction;
import dev.strake.llb.Mount;
import dev.strake.llb.Owner;
import dev.strake.llb.SecretMount;
import dev.strake.llb.SshMount;
import dev.strake.llb.State;
import dev.strake.llb.go.GoPath;
import java.util.List;
import java.util.Optional;

/** {@code RUN --mount}: trees, caches, memory, secrets and agents for one process. */
final class MountLowering {

  private static final String ROOT = "/";
  private static final String CACHE_FOLDER = "/cache";
  private static final int CACHE_MODE = 0755;
  private static final int SECRET_MODE = 0400;
  private static final int SSH_MODE = 0600;
  private static final String SECRETS = "/run/secrets/";

  private final String cacheIdNamespace;
  private final CapabilitySet caps;
  private final BuildInputs inputs;
  private final TextBudget budget;

  MountLowering(String cacheIdNamespace, CapabilitySet caps, BuildInputs inputs, TextBudget budget) {
    this.cacheIdNamespace = cacheIdNamespace;
    this.caps = caps;
    this.inputs = inputs;
    this.budget = budget;
  }

  /** Adds the mounts; whether all could be added. That the budget is used up is told when the command is done. */
  boolean add(ExecSpec.Builder spec, List<RunMount> mounts, StageState state, Step step) {
    for (int i = 0; i < mounts.size(); i++) {
      if (!add(spec, mounts.get(i), step.sources().get(i), state, step)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(ExecSpec.Builder spec, RunMount mount, int source, StageState state, Step step) {
    // A cache is no part of any context: it begins with nothing.
    boolean fromNode = !mount.from().isEmpty() || mount.type() == MountType.CACHE;
    Optional<State> tree = fromNode ? inputs.finished().state(source) : Optional.of(inputs.mainContext());
    if (tree.isEmpty()) {
      step.report(LoweringDiagnostics.mountFromLaterStage(mount.from(), mount.target()));
      return false;
    }
    return switch (mount.type()) {
      case SECRET -> addSecret(spec, mount, step);
      case SSH -> addSsh(spec, mount, step);
      case BIND, CACHE, TMPFS -> {
        Optional<Integer> node = fromNode ? Optional.of(source) : Optional.empty();
        yield addTree(spec, mount, tree.get(), node, state, step);
      }
    };
  }

  private boolean addTree(
      ExecSpec.Builder spec, RunMount mount, State tree, Optional<Integer> node, StageState state, Step step) {
    String target = mount.target();
    if (!GoPath.isAbs(GoPath.clean(target))) {
      target = GoPath.join(ROOT, state.state().dir(), target);
      if (!budget.spend(state.state().dir().length())) {
        return false;
      }
    }
    if (target.equals(ROOT)) {
      step.report(LoweringDiagnostics.invalidMountTarget(target));
      return false;
    }
    State source = mount.type() == MountType.TMPFS ? State.scratch() : tree;
    String selector = GoPath.join(ROOT, mount.source());
    if (selector.equals(ROOT)) {
      boolean owned = mount.uid().isPresent() || mount.gid().isPresent() || mount.mode().isPresent();
      source = owned ? owned(source, mount) : source;
      selector = owned ? CACHE_FOLDER : "";
    }
    boolean discards =
        mount.type() == MountType.BIND
            && !mount.readOnly()
            && caps.supports(Capability.EXEC_MOUNT_BIND_READ_WRITE_NO_OUTPUT);
    spec.mount(
        new Mount(
            target, source, kind(mount), selector, mount.readOnly(), discards, ContentCache.DEFAULT));
    node.ifPresentOrElse(
        index -> inputs.used().add(inputs.root(index), mount.source()),
        () -> inputs.used().addMainContext(mount.source()));
    return true;
  }

  private Mount.Kind kind(RunMount mount) {
    return switch (mount.type()) {
      case CACHE -> new Mount.Cache(cacheId(mount), mount.sharing().orElse(CacheSharing.SHARED));
      case TMPFS -> new Mount.Tmpfs(mount.sizeLimit());
      case BIND, SECRET, SSH -> new Mount.Bind();
    };
  }

  private String cacheId(RunMount mount) {
    return cacheIdNamespace + "/" + (mount.cacheId().isEmpty() ? GoPath.clean(mount.target()) : mount.cacheId());
  }

  /** The tree with a folder of the owner and mode that the mount is to have. */
  private static State owned(State tree, RunMount mount) {
    Owner owner = Owner.ids((int) mount.uid().orElse(0), (int) mount.gid().orElse(0));
    int mode = (int) mount.mode().orElse(CACHE_MODE);
    FileAction mkdir = new FileAction.Mkdir(CACHE_FOLDER, mode, false, Optional.of(owner), Optional.empty());
    return tree.file(List.of(mkdir), InternalSteps.named("setting cache mount permissions"));
  }

  private static boolean addSecret(ExecSpec.Builder spec, RunMount mount, Step step) {
    String id = mount.source().isEmpty() ? mount.cacheId() : mount.source();
    if (id.isEmpty()) {
      if (mount.target().isEmpty()) {
        step.report(LoweringDiagnostics.secretWithoutName());
        return false;
      }
      id = GoPath.base(mount.target());
    }
    step.scope().outline().useSecret(id, new Requirement(mount.required(), step.place()));
    Optional<String> target = mount.target().isEmpty() ? Optional.empty() : Optional.of(mount.target());
    if (mount.env().isEmpty() && target.isEmpty()) {
      target = Optional.of(SECRETS + GoPath.base(id));
    }
    spec.secret(
        new SecretMount(
            id,
            target,
            mount.env(),
            (int) mount.uid().orElse(0),
            (int) mount.gid().orElse(0),
            (int) mount.mode().orElse(SECRET_MODE),
            !mount.required()));
    return true;
  }

  private static boolean addSsh(ExecSpec.Builder spec, RunMount mount, Step step) {
    if (!mount.source().isEmpty()) {
      step.report(LoweringDiagnostics.sshWithSource());
      return false;
    }
    String id = mount.cacheId().isEmpty() ? "default" : mount.cacheId();
    step.scope().outline().useSsh(id, new Requirement(mount.required(), step.place()));
    spec.ssh(
        new SshMount(
            mount.cacheId(),
            mount.target(),
            (int) mount.uid().orElse(0),
            (int) mount.gid().orElse(0),
            (int) mount.mode().orElse(SSH_MODE),
            !mount.required()));
    return true;
  }
}
