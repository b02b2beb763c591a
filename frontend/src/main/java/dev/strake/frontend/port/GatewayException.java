package dev.strake.frontend.port;

/** The daemon refused a call, or could not be reached. The message is the daemon's own. */
public class GatewayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure, in gRPC's terms. */
  public enum Kind {
    CANCELLED,
    INVALID_ARGUMENT,
    NOT_FOUND,
    PERMISSION_DENIED,
    UNAVAILABLE,
    UNIMPLEMENTED,
    UNKNOWN
  }

  private final Kind kind;

  public GatewayException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public GatewayException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Whether the daemon itself says where in a file the failure is. A subclass that carries the daemon's details tells.
   */
  public boolean isLocated() {
    return getCause() instanceof GatewayException cause && cause.isLocated();
  }

  /** The same failure, with what was being done in front of the message. */
  public GatewayException within(String doing) {
    return new GatewayException(kind, doing + ": " + getMessage(), this);
  }
}
