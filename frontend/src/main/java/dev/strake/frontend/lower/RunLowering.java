package dev.strake.frontend.lower;

import dev.strake.frontend.expand.EnvVariables;
import dev.strake.frontend.instruction.MountType;
import dev.strake.frontend.instruction.Outcome;
import dev.strake.frontend.instruction.RunCommand;
import dev.strake.frontend.instruction.RunMount;
import dev.strake.frontend.options.CompileOptions.RunDefaults;
import dev.strake.frontend.stage.Steps;
import dev.strake.grammar.shell.Environment;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Constraints;
import dev.strake.llb.EnvList;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.Mount;
import dev.strake.llb.NetworkMode;
import dev.strake.llb.ProxyEnv;
import dev.strake.llb.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code RUN}: a process that changes the files. */
final class RunLowering {

  private static final String MASK = "****";
  private static final String SHARED_MEMORY = "/dev/shm";

  private final RunDefaults defaults;
  private final Optional<ProxyEnv> proxy;
  private final CapabilitySet caps;
  private final MountLowering mounts;
  private final UsedPaths used;
  private final StepTools tools;

  RunLowering(
      RunDefaults defaults, Optional<ProxyEnv> proxy, CapabilitySet caps, BuildInputs inputs, StepTools tools) {
    this.defaults = defaults;
    this.proxy = proxy;
    this.caps = caps;
    this.mounts = new MountLowering(defaults.cacheIdNamespace(), caps, inputs, tools.expansions().budget());
    this.used = inputs.used();
    this.tools = tools;
  }

  StageState lower(RunCommand command, StageState state, Step step) {
    return switch (command.mounts(tools.expansions().words(step, state))) {
      case Outcome.Failure<List<RunMount>>(var problem) -> step.fail(state, problem);
      case Outcome.Success<List<RunMount>>(List<RunMount> expanded) -> run(command, expanded, state, step);
    };
  }

  private StageState run(RunCommand command, List<RunMount> expanded, StageState state, Step step) {
    // A process may read any file.
    used.addAll(step.scope().root());
    RunWords words = RunWords.of(command, state.image(), step.scope().platform());
    if (!words.valid()) {
      return step.fail(state, LoweringDiagnostics.invalidRunCommand(command.commandLine().words()));
    }
    List<String> args =
        command.commandLine().shellForm() ? ShellForm.of(state.image(), words.args()) : words.args();
    ExecSpec.Builder spec = ExecSpec.builder(args);
    words.script().ifPresent(spec::mount);
    if (!mounts.add(spec, expanded, state, step) || !addDevices(spec, command, step)) {
      return state;
    }
    addDefaults(spec);
    StageState next = state.withNextStep();
    String title = title(command.code() + words.summary(), expanded, state.state().env());
    String name = tools.naming().name(step, next, state.state().platform(), title);
    spec.constraints(constraints(name, command, step));
    State after = state.state().run(spec.build(), process(command, state.state())).root();
    EnvList env = state.state().env();
    StageArgs declared = state.args();
    return tools.history().addStep(next.with(after), () -> "RUN " + declared.commandLine(args, env));
  }

  private boolean addDevices(ExecSpec.Builder spec, RunCommand command, Step step) {
    if (!caps.supports(Capability.EXEC_META_CDI) || command.devices().isEmpty()) {
      return true;
    }
    step.report(LoweringDiagnostics.devicesNotSupported());
    return false;
  }

  private void addDefaults(ExecSpec.Builder spec) {
    proxy.ifPresent(spec::proxyEnv);
    if (defaults.shmSize() > 0 && caps.supports(Capability.EXEC_MOUNT_TMPFS_SIZE)) {
      spec.mount(Mount.tmpfs(SHARED_MEMORY, defaults.shmSize()));
    }
  }

  private String title(String code, List<RunMount> expanded, EnvList env) {
    EnvList shown = env;
    for (RunMount mount : expanded) {
      if (mount.type() == MountType.SECRET && mount.env().isPresent()) {
        shown = shown.with(mount.env().get(), MASK);
      }
    }
    Environment environment = new EnvVariables(shown);
    return StepNaming.title(code, tools.expansions().commandNames(), environment);
  }

  private Constraints constraints(String name, RunCommand command, Step step) {
    Constraints constraints =
        tools.constraints(name, step).withDescription(Map.of(Steps.COMMAND, command.code()));
    if (step.scope().ignoreCache()) {
      constraints = constraints.withIgnoreCache();
    }
    if (defaults.resources().isPresent() && caps.supports(Capability.EXEC_META_LINUX_RESOURCES)) {
      constraints = constraints.withLinuxResources(defaults.resources().get());
    }
    return constraints;
  }

  /** The state whose settings the process has. */
  private State process(RunCommand command, State state) {
    State process = state.withExtraHosts(defaults.extraHosts()).withSecurity(command.security());
    if (caps.supports(Capability.EXEC_META_ULIMIT)) {
      process = process.withUlimits(defaults.ulimits());
    }
    if (!defaults.cgroupParent().isEmpty() && caps.supports(Capability.EXEC_META_CGROUP_PARENT)) {
      process = process.withCgroupParent(defaults.cgroupParent());
    }
    return switch (command.network()) {
      case DEFAULT -> process;
      case NONE -> process.withNetwork(NetworkMode.NONE);
      case HOST -> process.withNetwork(NetworkMode.HOST);
    };
  }
}
