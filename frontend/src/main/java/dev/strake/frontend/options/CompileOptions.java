package dev.strake.frontend.options;

import dev.strake.frontend.lint.LintConfig;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.HostIp;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.NetworkMode;
import dev.strake.llb.Platform;
import dev.strake.llb.ResolveMode;
import dev.strake.llb.Ulimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a client can set about a build, parsed once from the frontend options. No phase reads options or the
 * environment itself.
 *
 * @param target the name of the stage to build; empty for the last one
 * @param buildArgs values for {@code ARG}, by name
 * @param labels labels to add to the image
 * @param noCache the stages whose steps run again
 * @param buildPlatforms the platforms that the daemon builds on natively, at least one, the default first
 * @param targetPlatforms the platforms to build for; empty for the default one
 * @param multiPlatform whether the result is an index of platforms
 * @param resolveMode where images are looked up
 * @param run settings of every {@code RUN}
 * @param lint the lint configuration that replaces the file's own {@code # check=}
 * @param cacheImports caches to import
 * @param sbom what makes the software bill of materials; absent for none
 * @param limits how large things may get
 */
public record CompileOptions(
    String target,
    Map<String, String> buildArgs,
    Map<String, String> labels,
    NoCache noCache,
    List<Platform> buildPlatforms,
    List<Platform> targetPlatforms,
    boolean multiPlatform,
    ResolveMode resolveMode,
    RunDefaults run,
    Optional<LintConfig> lint,
    List<GatewayPort.CacheImport> cacheImports,
    Optional<SbomGenerator> sbom,
    CompileLimits limits) {

  public CompileOptions {
    buildArgs = Map.copyOf(buildArgs);
    labels = Map.copyOf(labels);
    buildPlatforms = List.copyOf(buildPlatforms);
    targetPlatforms = List.copyOf(targetPlatforms);
    cacheImports = List.copyOf(cacheImports);
    if (buildPlatforms.isEmpty()) {
      throw new IllegalArgumentException("there is no platform to build on");
    }
  }

  /** What a build has where its client says nothing. */
  public static CompileOptions defaults(Platform buildPlatform) {
    return new CompileOptions(
        "",
        Map.of(),
        Map.of(),
        NoCache.NONE,
        List.of(buildPlatform),
        List.of(),
        false,
        ResolveMode.DEFAULT,
        RunDefaults.NONE,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        CompileLimits.DEFAULT);
  }

  /** The same options with these build arguments. */
  public CompileOptions withBuildArgs(Map<String, String> args) {
    return new CompileOptions(
        target,
        args,
        labels,
        noCache,
        buildPlatforms,
        targetPlatforms,
        multiPlatform,
        resolveMode,
        run,
        lint,
        cacheImports,
        sbom,
        limits);
  }

  /**
   * The stages whose steps run again, whatever the cache holds.
   *
   * @param everywhere whether that is all of them
   * @param stages their names otherwise, compared without regard to case
   */
  public record NoCache(boolean everywhere, List<String> stages) {

    /** Nothing runs again. */
    public static final NoCache NONE = new NoCache(false, List.of());

    /** Everything runs again. */
    public static final NoCache ALL = new NoCache(true, List.of());

    public NoCache {
      stages = List.copyOf(stages);
    }

    /** Whether the steps of this stage run again; a stage without a name has the empty one. */
    public boolean includes(String stage) {
      return everywhere || stages.stream().anyMatch(stage::equalsIgnoreCase);
    }
  }

  /**
   * Settings of every {@code RUN}.
   *
   * @param extraHosts lines for the hosts file
   * @param ulimits limits of resources
   * @param shmSize bytes of {@code /dev/shm}; 0 for the daemon's own size
   * @param cgroupParent empty for the daemon's own
   * @param hostname empty for the daemon's own
   * @param networkMode the network of steps that say nothing
   * @param resources limits of memory and processors; absent for none
   * @param cacheIdNamespace what cache mounts' ids begin with; may be empty
   */
  public record RunDefaults(
      List<HostIp> extraHosts,
      List<Ulimit> ulimits,
      long shmSize,
      String cgroupParent,
      String hostname,
      NetworkMode networkMode,
      Optional<LinuxResources> resources,
      String cacheIdNamespace) {

    /** No settings. */
    public static final RunDefaults NONE =
        new RunDefaults(List.of(), List.of(), 0, "", "", NetworkMode.SANDBOX, Optional.empty(), "");

    public RunDefaults {
      extraHosts = List.copyOf(extraHosts);
      ulimits = List.copyOf(ulimits);
    }
  }

  /**
   * What makes the software bill of materials.
   *
   * @param generator the scanner's image, normalised
   * @param parameters for the scanner's environment
   * @param resolveMode which image of the name to take, in the client's words, which the daemon is told; may be empty
   */
  public record SbomGenerator(String generator, Map<String, String> parameters, String resolveMode) {
    public SbomGenerator {
      parameters = Map.copyOf(parameters);
    }
  }
}
