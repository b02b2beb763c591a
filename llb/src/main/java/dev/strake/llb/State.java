package dev.strake.llb;

import dev.strake.llb.go.GoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tree in the making, with the settings for the processes that follow. Immutable.
 *
 * <p>Every method gives a new state; a setting holds for all states that come from it. Looking a setting up costs the
 * same no matter how many states lie behind.
 *
 * <p>Usage: {@code Sources.image("alpine").withEnv("A", "b").run(spec).root()}
 */
public final class State {
  private final @Nullable Output output;
  private final Settings settings;

  private State(@Nullable Output output, Settings settings) {
    this.output = output;
    this.settings = settings;
  }

  /** The empty tree. */
  public static State scratch() {
    return new State(null, Settings.INITIAL);
  }

  /** A state that begins with a vertex's output. */
  public static State of(Output output) {
    return scratch().withOutput(output);
  }

  /** A state whose tree is told when the graph is marshalled. */
  public static State late(Placeholder placeholder) {
    return of(new Output.Late(placeholder));
  }

  /** The trees over one another, later ones on top; empty trees count for nothing. The settings are the first one's. */
  public static State merge(List<State> states, Constraints constraints) {
    List<State> filled = states.stream().filter(each -> each.output != null).toList();
    if (filled.isEmpty()) {
      return scratch();
    }
    if (filled.size() == 1) {
      return filled.getFirst();
    }
    List<Output> inputs = filled.stream().map(State::requireOutput).toList();
    return filled.getFirst().withVertex(new MergeVertex(inputs, constraints));
  }

  /** What makes the upper tree out of the lower one. The settings are the lower one's. */
  public static State diff(State lower, State upper, Constraints constraints) {
    if (lower.output == null) {
      return upper.output == null ? scratch() : upper;
    }
    return lower.withVertex(new DiffVertex(lower.output, upper.output(), constraints));
  }

  /** The tree; empty for scratch. */
  public Optional<Output> output() {
    return Optional.ofNullable(output);
  }

  /** The same settings with another tree; its platform, if it has one, becomes the state's. */
  public State withOutput(Output value) {
    Settings next = value.platform().map(p -> settings.withPlatform(Platforms.normalize(p))).orElse(settings);
    return new State(value, next);
  }

  private State withVertex(Vertex vertex) {
    return withOutput(new Output.OfVertex(vertex, 0, Optional.empty()));
  }

  private Output requireOutput() {
    if (output == null) {
      throw new IllegalStateException("scratch has no output");
    }
    return output;
  }

  /** This tree with the other state's settings. */
  public State reset(State other) {
    Optional<Platform> own = output().flatMap(Output::platform);
    // With a platform of its own the tree keeps the other's directory; without, it begins at the root again.
    Settings next = own.map(p -> other.settings.withPlatform(Platforms.normalize(p)))
        .orElseGet(() -> other.settings.withDir("/"));
    return new State(output, next);
  }

  /** Runs a process in this tree. */
  public ExecResult run(ExecSpec spec) {
    return run(spec, this);
  }

  /**
   * Runs a process in this tree with the settings of another state, which do not outlast the process.
   *
   * @param process the state whose environment, directory, user and so on the process has; its tree does not count
   */
  public ExecResult run(ExecSpec spec, State process) {
    ExecVertex vertex = new ExecVertex(this, process, spec);
    if (!spec.readonlyRoot()) {
      return new ExecResult(withOutput(vertex.output(vertex.rootMount())), vertex);
    }
    return new ExecResult(this, vertex);
  }

  /** Changes this tree. */
  public State file(List<FileAction> actions, Constraints constraints) {
    return withVertex(new FileVertex(this, actions, constraints));
  }

  /**
   * Builds the graph that a file of this tree holds.
   *
   * @param definitionFilename the file; empty for the daemon's default name
   */
  public State build(String definitionFilename, Constraints constraints) {
    return withVertex(new BuildVertex(requireOutput(), definitionFilename, constraints));
  }

  /** This tree, once the others are there, too. */
  public State requires(String id, List<State> others, Constraints constraints) {
    if (others.isEmpty()) {
      return this;
    }
    List<Output> inputs = new ArrayList<>();
    output().ifPresent(inputs::add);
    for (State other : others) {
      other.output().ifPresent(inputs::add);
    }
    List<Integer> outputs = output == null ? List.of() : List.of(0);
    return withVertex(new PassthroughVertex(id, inputs, outputs, constraints));
  }

  // Settings

  /** Sets a variable; it moves to the end of the order. */
  public State withEnv(String name, String value) {
    return new State(output, settings.withEnv(settings.env().with(name, value)));
  }

  /** Changes the directory; a relative one is joined to the one before. */
  public State withDir(String dir) {
    String before = settings.dir().isEmpty() ? "/" : settings.dir();
    return new State(output, settings.withDir(GoPath.isAbs(dir) ? dir : GoPath.join(before, dir)));
  }

  public State withUser(String user) {
    return new State(output, settings.withUser(user));
  }

  public State withPlatform(Platform platform) {
    return new State(output, settings.withPlatform(Platforms.normalize(platform)));
  }

  public State withHostname(String hostname) {
    return new State(output, settings.withHostname(hostname));
  }

  public State withNetwork(NetworkMode network) {
    return new State(output, settings.withNetwork(network));
  }

  public State withSecurity(SecurityMode security) {
    return new State(output, settings.withSecurity(security));
  }

  /** Adds lines to the process's hosts file. */
  public State withExtraHosts(List<HostIp> hosts) {
    return new State(output, settings.withExtraHosts(Settings.append(settings.extraHosts(), hosts)));
  }

  /** Adds limits. */
  public State withUlimits(List<Ulimit> ulimits) {
    return new State(output, settings.withUlimits(Settings.append(settings.ulimits(), ulimits)));
  }

  public State withCgroupParent(String parent) {
    return new State(output, settings.withCgroupParent(parent));
  }

  public EnvList env() {
    return settings.env();
  }

  public Optional<String> env(String name) {
    return settings.env().get(name);
  }

  public String dir() {
    return settings.dir();
  }

  /** Empty where none was set. */
  public String user() {
    return settings.user();
  }

  /** Normalised; empty where none was set. */
  public Optional<Platform> platform() {
    return settings.platform();
  }

  public String hostname() {
    return settings.hostname();
  }

  public NetworkMode network() {
    return settings.network();
  }

  public SecurityMode security() {
    return settings.security();
  }

  public List<HostIp> extraHosts() {
    return settings.extraHosts();
  }

  public List<Ulimit> ulimits() {
    return settings.ulimits();
  }

  public String cgroupParent() {
    return settings.cgroupParent();
  }
}
