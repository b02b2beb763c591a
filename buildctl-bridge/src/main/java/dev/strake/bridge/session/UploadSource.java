package dev.strake.bridge.session;

import java.io.InputStream;

/**
 * A stream that a build may read once, such as a context that comes as an archive on standard input.
 *
 * <pre>{@code
 * UploadSource archive = UploadSource.of(System.in);
 * builder.option("context", archive.url()).session(SessionSpec.builder().upload(archive).build());
 * }</pre>
 *
 * @param id names it within the session
 * @param stream read by one thread, to its end, and closed
 */
public record UploadSource(String id, InputStream stream) {

  private static final String PREFIX = "http://buildkit-session/";

  /** A stream under a name of its own. */
  public static UploadSource of(InputStream stream) {
    return new UploadSource(Ids.next(), stream);
  }

  /** Where a build finds it: the daemon asks the session for what has such a URL. */
  public String url() {
    return PREFIX + id;
  }
}
