package dev.strake.bridge.gateway;

import static dev.strake.bridge.gateway.GatewayErrors.call;

import dev.strake.bridge.proto.gateway.InputsRequest;
import dev.strake.bridge.proto.gateway.LLBBridgeGrpc;
import dev.strake.bridge.proto.gateway.LLBBridgeGrpc.LLBBridgeBlockingStub;
import dev.strake.bridge.proto.gateway.PingRequest;
import dev.strake.bridge.proto.gateway.PongResponse;
import dev.strake.bridge.proto.gateway.ResolveImageConfigResponse;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaResponse;
import dev.strake.bridge.proto.gateway.SolveResponse;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.NotAnImageException;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.State;
import io.grpc.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The gateway as the compiler sees it, over any channel to a daemon's LLBBridge service. Thread-safe.
 *
 * <p>Uses only what the daemon says that it can do, as the reference's client does; what it cannot is done in the older
 * way, where there is one.
 */
public final class LlbBridgePort implements GatewayPort {

  private static final int PING_SECONDS = 15;
  private static final List<String> INHERITED_OPTIONS = List.of("cache-imports", "cache-from");

  private final LLBBridgeBlockingStub bridge;
  private final BuildEnvironment environment;
  private final GatewayCaps caps;
  private final CapabilitySet llbCaps;
  private final Function<String, Optional<String>> hostKeys;

  private LlbBridgePort(
      LLBBridgeBlockingStub bridge,
      BuildEnvironment environment,
      GatewayCaps caps,
      CapabilitySet llbCaps,
      Function<String, Optional<String>> hostKeys) {
    this.hostKeys = hostKeys;
    this.bridge = bridge;
    this.environment = environment;
    this.caps = caps;
    this.llbCaps = llbCaps;
  }

  /**
   * Asks the daemon what it can do.
   *
   * @param hostKeys as {@link GatewayPort#sshHostKey}: the daemon is not asked
   */
  public static LlbBridgePort open(
      Channel channel, BuildEnvironment environment, Function<String, Optional<String>> hostKeys) {
    LLBBridgeBlockingStub bridge = LLBBridgeGrpc.newBlockingStub(channel);
    PongResponse pong =
        call(() -> bridge.withDeadlineAfter(PING_SECONDS, TimeUnit.SECONDS).ping(PingRequest.getDefaultInstance()));
    return new LlbBridgePort(
        bridge,
        environment,
        GatewayCaps.of(pong.getFrontendApiCapsList(), environment.product()),
        GatewayCaps.solver(pong.getLlbCapsList()),
        hostKeys);
  }

  /**
   * Runs a frontend, and gives its result or its failure to the daemon.
   *
   * @throws RuntimeException what the frontend threw, or the daemon's refusal of the result
   */
  public void run(Function<GatewayPort, FrontendResult> frontend) {
    FrontendResult result;
    try {
      result = frontend.apply(this);
      if (result.multiple().size() > 1) {
        caps.require(GatewayCaps.RETURN_MAP);
      }
    } catch (RuntimeException | Error failure) {
      returnFailure(failure);
      throw failure;
    }
    call(() -> bridge.return_(ReturnMessages.of(result, caps)));
  }

  private void returnFailure(Throwable failure) {
    try {
      call(() -> bridge.return_(ReturnMessages.of(failure)));
    } catch (RuntimeException refused) {
      failure.addSuppressed(refused);
    }
  }

  @Override
  public Map<String, String> options() {
    return environment.options();
  }

  @Override
  public String sessionId() {
    return environment.sessionId();
  }

  @Override
  public String product() {
    return environment.product();
  }

  @Override
  public List<WorkerInfo> workers() {
    return environment.workers();
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return caps.announced();
  }

  @Override
  public CapabilitySet llbCaps() {
    return llbCaps;
  }

  @Override
  public Map<String, State> inputs() {
    caps.require(GatewayCaps.FRONTEND_INPUTS);
    return InputMessages.states(call(() -> bridge.inputs(InputsRequest.getDefaultInstance())).getDefinitionsMap());
  }

  @Override
  public Optional<String> sshHostKey(String host) {
    return hostKeys.apply(host);
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    if (!caps.supports(GatewayCaps.SOURCE_META_RESOLVER)) {
      ResolveImageConfigResponse found = call(() -> bridge.resolveImageConfig(RequestMessages.imageConfig(request)));
      String ref = found.getRef().isEmpty() ? request.ref() : found.getRef();
      return new ResolvedImage(ref, found.getDigest(), found.getConfig().toByteArray());
    }
    ResolveSourceMetaResponse found = imageMetadata(request);
    String identifier = found.getSource().getIdentifier();
    if (!found.hasImage()) {
      throw new NotAnImageException(request.ref(), identifier);
    }
    return new ResolvedImage(
        RequestMessages.withoutImageScheme(identifier),
        found.getImage().getDigest(),
        found.getImage().getConfig().toByteArray());
  }

  private ResolveSourceMetaResponse imageMetadata(ImageRequest request) {
    try {
      return call(() -> bridge.resolveSourceMeta(RequestMessages.imageMetadata(request)));
    } catch (GatewayException failure) {
      throw failure.within("failed to resolve source metadata for " + request.ref());
    }
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    if (caps.supports(GatewayCaps.SOURCE_META_RESOLVER)) {
      return ResultMessages.sourceMetadata(
          call(() -> bridge.resolveSourceMeta(RequestMessages.sourceMetadata(request))));
    }
    // An older daemon knows images only; what else there is stays as it was asked for.
    return RequestMessages.asImage(request)
        .map(image -> ResultMessages.sourceMetadata(image, resolveImageConfig(image)))
        .orElseGet(() -> ResultMessages.unknownSource(request));
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    boolean evaluates = caps.supports(GatewayCaps.EVALUATE_IN_SOLVE);
    Map<String, String> inherited = new HashMap<>();
    for (String option : INHERITED_OPTIONS) {
      String value = environment.options().get(option);
      if (value != null) {
        inherited.put(option, value);
      }
    }
    SolveResponse response =
        call(() -> bridge.solve(RequestMessages.solve(request, inherited, request.evaluate() && evaluates)));
    SolveResult result = new ResultMessages(bridge, caps).result(response);
    if (request.evaluate() && !evaluates) {
      result.single().ifPresent(Reference::evaluate);
      result.multiple().values().forEach(reference -> reference.ifPresent(Reference::evaluate));
    }
    return result;
  }

  @Override
  public void warn(BuildWarning warning) {
    call(() -> bridge.warn(RequestMessages.warning(warning)));
  }
}
