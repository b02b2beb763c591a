package dev.strake.frontend;

import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.OncePerKey;

/** A port that asks for each image's configuration once, for as long as one frontend call lasts. */
final class ResolveCache extends ForwardingGateway {

  private final OncePerKey<ImageRequest, ResolvedImage> images;

  ResolveCache(GatewayPort port) {
    super(port);
    this.images = new OncePerKey<>(port::resolveImageConfig);
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    return images.get(request);
  }
}
