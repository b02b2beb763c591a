package dev.strake.bridge.error;

import java.util.List;

/**
 * The daemon refused or failed, or could not be reached.
 *
 * <p>The message is what {@code buildctl} would print, such as {@code failed to solve: process "/bin/sh -c false" did
 * not complete successfully: exit code: 1}.
 */
public final class DaemonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure. */
  public enum Kind {
    /** The build was cancelled, from this side or another. */
    CANCELLED,
    /** The request made no sense to the daemon. */
    INVALID_ARGUMENT,
    NOT_FOUND,
    ALREADY_EXISTS,
    PERMISSION_DENIED,
    /** No daemon at the address, or the connection to it broke. */
    UNAVAILABLE,
    /** There is something at the address, but it did not answer in time. */
    TIMEOUT,
    /** The daemon is too old for the call, or is no BuildKit daemon. */
    UNIMPLEMENTED,
    /** Everything else: most build failures. */
    FAILED
  }

  private final Kind kind;
  private final transient List<ErrorDetail> details;

  public DaemonException(Kind kind, String message, List<ErrorDetail> details, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.details = List.copyOf(details);
  }

  public DaemonException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.details = List.of();
  }

  public Kind kind() {
    return kind;
  }

  /** What the daemon tells beside the message, innermost first. */
  public List<ErrorDetail> details() {
    return details;
  }

  /** The source places that the daemon names. */
  public List<SourceExcerpt> sources() {
    return details.stream()
        .filter(ErrorDetail.Source.class::isInstance)
        .map(detail -> ((ErrorDetail.Source) detail).excerpt())
        .toList();
  }

  /** The same failure, with what was being done in front of its message. */
  public DaemonException during(String doing) {
    return new DaemonException(kind, doing + ": " + getMessage(), details, this);
  }
}
