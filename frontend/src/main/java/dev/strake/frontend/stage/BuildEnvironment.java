package dev.strake.frontend.stage;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;

/** What a Dockerfile is compiled with: what the client asks for and has, and the daemon. */
public record BuildEnvironment(
    CompileOptions options, BuildPlatforms platforms, GatewayPort gateway, BuildContexts contexts) {

  public BuildEnvironment with(CompileOptions value) {
    return new BuildEnvironment(value, platforms, gateway, contexts);
  }
}
