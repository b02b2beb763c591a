package dev.strake.frontend;

import dev.strake.llb.CapabilitySet;
import dev.strake.llb.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A port that asks for each image's configuration once, for as long as one frontend call lasts. */
final class ResolveCache implements GatewayPort {

  private final GatewayPort port;
  private final Map<ImageRequest, FutureTask<ResolvedImage>> images = new ConcurrentHashMap<>();

  ResolveCache(GatewayPort port) {
    this.port = port;
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    FutureTask<ResolvedImage> task =
        images.computeIfAbsent(request, key -> new FutureTask<>(() -> port.resolveImageConfig(key)));
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(GatewayException.Kind.CANCELLED, "context canceled", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public Map<String, String> options() {
    return port.options();
  }

  @Override
  public String sessionId() {
    return port.sessionId();
  }

  @Override
  public String product() {
    return port.product();
  }

  @Override
  public List<WorkerInfo> workers() {
    return port.workers();
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return port.gatewayCaps();
  }

  @Override
  public CapabilitySet llbCaps() {
    return port.llbCaps();
  }

  @Override
  public Map<String, State> inputs() {
    return port.inputs();
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    return port.resolveSourceMetadata(request);
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    return port.solve(request);
  }

  @Override
  public void warn(BuildWarning warning) {
    port.warn(warning);
  }
}
