package dev.strake.frontend;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A port that asks for each image's configuration once, for as long as one frontend call lasts. */
final class ResolveCache extends ForwardingGateway {

  private final Map<ImageRequest, FutureTask<ResolvedImage>> images = new ConcurrentHashMap<>();

  ResolveCache(GatewayPort port) {
    super(port);
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    FutureTask<ResolvedImage> task =
        images.computeIfAbsent(request, key -> new FutureTask<>(() -> super.resolveImageConfig(key)));
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
}
