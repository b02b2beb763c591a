package dev.strake.bridge.control;

import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;

/**
 * A frontend that runs in this process: what it returns is the build's result.
 *
 * <pre>{@code
 * SolveSpec spec = SolveSpec.ofFunction(new DockerfileFrontend()::run).build();
 * }</pre>
 */
@FunctionalInterface
public interface BuildFunction {

  /** Builds through the gateway; an exception fails the build and is the cause of its failure. */
  FrontendResult build(GatewayPort gateway);
}
