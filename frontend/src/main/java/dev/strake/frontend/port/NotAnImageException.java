package dev.strake.frontend.port;

/** A source policy has turned an image's reference into another kind of source. */
public final class NotAnImageException extends GatewayException {

  private static final long serialVersionUID = 1L;

  private final String updated;

  /**
   * @param ref the image's reference
   * @param updated the identifier of the source that stands in its place, such as {@code https://example.com/x}
   */
  public NotAnImageException(String ref, String updated) {
    super(Kind.UNKNOWN, "ref mutated by policy to non-image: docker-image://" + ref + " -> " + updated);
    this.updated = updated;
  }

  /** The identifier of the source that stands in the image's place. */
  public String updated() {
    return updated;
  }
}
