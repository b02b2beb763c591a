package dev.strake.llb;

/** States that begin outside of the graph. */
public final class Sources {
  private Sources() {}

  /** An image of a registry. */
  public static State image(String reference, ImageOptions options) {
    throw new UnsupportedOperationException(reference + options);
  }

  /** A blob of a registry, by digest, as a file. */
  public static State imageBlob(String reference, BlobOptions options) {
    throw new UnsupportedOperationException(reference + options);
  }

  /** An image of an OCI layout that the client has. */
  public static State ociLayout(String reference, OciLayoutOptions options) {
    throw new UnsupportedOperationException(reference + options);
  }

  /** A blob of an OCI layout, by digest, as a file. */
  public static State ociLayoutBlob(String reference, BlobOptions options) {
    throw new UnsupportedOperationException(reference + options);
  }

  /** A directory that the client offers under the name. */
  public static State local(String name, LocalOptions options) {
    throw new UnsupportedOperationException(name + options);
  }

  /** A repository's tree. */
  public static State git(String url, GitOptions options) {
    throw new UnsupportedOperationException(url + options);
  }

  /** A file of a web server. */
  public static State http(String url, HttpOptions options) {
    throw new UnsupportedOperationException(url + options);
  }
}
