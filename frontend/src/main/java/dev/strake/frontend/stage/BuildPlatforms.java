package dev.strake.frontend.stage;

import dev.strake.frontend.options.CompileOptions;
import dev.strake.llb.EnvList;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The platforms of one compilation.
 *
 * @param target what the image is for
 * @param build what steps run on; the first is the default one
 * @param requested the target, where the client asked for it; absent where it is only the default
 */
public record BuildPlatforms(Platform target, List<Platform> build, Optional<Platform> requested) {

  private static final String DEFAULT_STAGE = "default";

  public static BuildPlatforms of(CompileOptions options, Optional<Platform> requested) {
    List<Platform> build = options.buildPlatforms();
    return new BuildPlatforms(requested.orElse(build.getFirst()), build, requested);
  }

  /**
   * The arguments that are there without being declared.
   *
   * @param overrides the client's build arguments, which win
   * @param targetStage the name of the stage to build; may be empty
   */
  public EnvList predefinedArgs(Map<String, String> overrides, String targetStage) {
    Platform host = build.getFirst();
    String[][] args = {
      {"BUILDPLATFORM", Platforms.format(host)},
      {"BUILDOS", host.os()},
      {"BUILDOSVERSION", host.osVersion()},
      {"BUILDARCH", host.architecture()},
      {"BUILDVARIANT", host.variant()},
      {"TARGETPLATFORM", Platforms.formatAll(target)},
      {"TARGETOS", target.os()},
      {"TARGETOSVERSION", target.osVersion()},
      {"TARGETARCH", target.architecture()},
      {"TARGETVARIANT", target.variant()},
      {"TARGETSTAGE", targetStage.isEmpty() ? DEFAULT_STAGE : targetStage},
    };
    EnvList env = EnvList.EMPTY;
    for (String[] arg : args) {
      env = env.with(arg[0], overrides.getOrDefault(arg[0], arg[1]));
    }
    return env;
  }
}
