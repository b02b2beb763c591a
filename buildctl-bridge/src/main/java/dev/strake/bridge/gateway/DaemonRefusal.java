package dev.strake.bridge.gateway;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.ErrorDetail;
import dev.strake.frontend.port.GatewayException;
import io.grpc.StatusRuntimeException;

/** A call's failure. The cause is the call's own, for it holds what the daemon told beside the message. */
final class DaemonRefusal extends GatewayException {

  private static final long serialVersionUID = 1L;

  private final boolean located;

  DaemonRefusal(Kind kind, DaemonException translated, StatusRuntimeException cause) {
    super(kind, String.valueOf(translated.getMessage()), cause);
    this.located = translated.details().stream().anyMatch(ErrorDetail.Source.class::isInstance);
  }

  @Override
  public boolean isLocated() {
    return located;
  }
}
