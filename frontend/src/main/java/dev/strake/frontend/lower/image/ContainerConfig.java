package dev.strake.frontend.lower.image;

import dev.strake.frontend.instruction.HealthCheck;
import java.util.List;
import java.util.Optional;

/**
 * How containers of an image start: the {@code config} of its configuration. Texts and lists are empty where not given.
 *
 * @param exposedPorts one list for each range, in the order of their instructions; may repeat
 * @param volumes in the order of their instructions; may repeat
 * @param labels in the order of their instructions; the last one of a name counts
 * @param argsEscaped a mark that Docker wants beside {@code CMD}
 * @param onBuild instructions for the builds that begin with this image
 * @param shell what runs commands in shell form
 */
public record ContainerConfig(
    String user,
    AppendList<List<String>> exposedPorts,
    EnvEntries env,
    List<String> entrypoint,
    List<String> cmd,
    AppendList<String> volumes,
    String workingDir,
    AppendList<EnvEntries.Variable> labels,
    String stopSignal,
    boolean argsEscaped,
    Optional<HealthCheck> healthcheck,
    AppendList<String> onBuild,
    List<String> shell) {

  /** Nothing is said. */
  public static final ContainerConfig EMPTY =
      new ContainerConfig(
          "",
          AppendList.empty(),
          EnvEntries.EMPTY,
          List.of(),
          List.of(),
          AppendList.empty(),
          "",
          AppendList.empty(),
          "",
          false,
          Optional.empty(),
          AppendList.empty(),
          List.of());

  public ContainerConfig {
    entrypoint = List.copyOf(entrypoint);
    cmd = List.copyOf(cmd);
    shell = List.copyOf(shell);
  }

  public ContainerConfig withUser(String value) {
    return new ContainerConfig(
        value, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  /** Adds ports, such as {@code 80/tcp}. */
  public ContainerConfig withExposedPorts(List<String> ports) {
    return new ContainerConfig(
        user, exposedPorts.append(ports), env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withEnv(EnvEntries value) {
    return new ContainerConfig(
        user, exposedPorts, value, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withEntrypoint(List<String> value) {
    return new ContainerConfig(
        user, exposedPorts, env, value, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withCmd(List<String> value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, value, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  /** Adds a volume. */
  public ContainerConfig withVolume(String path) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes.append(path), workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withWorkingDir(String value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, value,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  /** Sets a label. */
  public ContainerConfig withLabel(String name, String value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels.append(new EnvEntries.Variable(name, value)), stopSignal, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withStopSignal(String value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, value, argsEscaped, healthcheck, onBuild, shell);
  }

  public ContainerConfig withArgsEscaped() {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, true, healthcheck, onBuild, shell);
  }

  public ContainerConfig withHealthcheck(HealthCheck value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, Optional.of(value), onBuild, shell);
  }

  /** Adds an instruction for the builds that begin with this image. */
  public ContainerConfig withTrigger(String instruction) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild.append(instruction), shell);
  }

  public ContainerConfig withoutTriggers() {
    return onBuild.isEmpty() ? this : new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, AppendList.empty(), shell);
  }

  public ContainerConfig withShell(List<String> value) {
    return new ContainerConfig(
        user, exposedPorts, env, entrypoint, cmd, volumes, workingDir,
        labels, stopSignal, argsEscaped, healthcheck, onBuild, value);
  }
}
