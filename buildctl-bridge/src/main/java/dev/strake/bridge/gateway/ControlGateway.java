package dev.strake.bridge.gateway;

import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gateway over a daemon's control connection, for a client that runs a frontend on its own side: the calls are the
 * frontend image's, and a header tells to which build they belong.
 */
public final class ControlGateway {

  private static final Metadata.Key<String> BUILD_ID =
      Metadata.Key.of("buildkit-controlapi-buildid", Metadata.ASCII_STRING_MARSHALLER);

  private ControlGateway() {}

  /**
   * Runs a frontend, and gives its result or its failure to the daemon.
   *
   * @param buildId of a build that the daemon has been asked for, without saying what to build
   * @param hostKeys as {@link GatewayPort#sshHostKey}
   * @throws RuntimeException what the frontend threw, or the daemon's refusal of the result
   */
  public static void run(
      Channel daemon,
      String buildId,
      BuildEnvironment environment,
      Function<String, Optional<String>> hostKeys,
      Function<GatewayPort, FrontendResult> frontend) {
    Metadata headers = new Metadata();
    headers.put(BUILD_ID, buildId);
    Channel channel = ClientInterceptors.intercept(daemon, MetadataUtils.newAttachHeadersInterceptor(headers));
    LlbBridgePort.open(channel, environment, hostKeys).run(frontend);
  }
}
