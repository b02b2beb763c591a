package dev.strake.bridge.content;

import java.io.IOException;

/** A request to a store that it cannot fulfil. */
public final class ContentException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Kind {
    NOT_FOUND,
    ALREADY_EXISTS,
    INVALID_ARGUMENT,
    FAILED_PRECONDITION,
    OUT_OF_RANGE,
    /** Somebody else writes under the same reference. */
    UNAVAILABLE,
    /** The store is offered for reading. */
    PERMISSION_DENIED
  }

  private final Kind kind;

  public ContentException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
