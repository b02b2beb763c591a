package dev.strake.llb;

import java.util.List;
import java.util.Optional;

/**
 * Which of a client's files are sent, and how. Immutable.
 *
 * @param sessionId the session of the client; empty for the build's own
 * @param includePatterns what is sent; empty for all
 * @param excludePatterns what is not sent
 * @param followPaths what is sent, with what links on the way point to; empty for all
 * @param sharedKeyHint tells apart what is kept for the next time; empty for none
 * @param differ how a changed file is found
 * @param metadataOnly send no contents but those of these paths; empty to send all contents
 */
public record LocalOptions(
    String sessionId,
    List<String> includePatterns,
    List<String> excludePatterns,
    List<String> followPaths,
    String sharedKeyHint,
    Differ differ,
    Optional<List<String>> metadataOnly,
    Constraints constraints) {
  public static final LocalOptions NONE =
      new LocalOptions("", List.of(), List.of(), List.of(), "", Differ.DEFAULT, Optional.empty(), Constraints.NONE);

  public LocalOptions {
    includePatterns = List.copyOf(includePatterns);
    excludePatterns = List.copyOf(excludePatterns);
    followPaths = List.copyOf(followPaths);
  }

  public LocalOptions withSessionId(String value) {
    return new LocalOptions(
        value,
        includePatterns,
        excludePatterns,
        followPaths,
        sharedKeyHint,
        differ,
        metadataOnly,
        constraints);
  }

  public LocalOptions withIncludePatterns(List<String> value) {
    return new LocalOptions(
        sessionId,
        value,
        excludePatterns,
        followPaths,
        sharedKeyHint,
        differ,
        metadataOnly,
        constraints);
  }

  public LocalOptions withExcludePatterns(List<String> value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        value,
        followPaths,
        sharedKeyHint,
        differ,
        metadataOnly,
        constraints);
  }

  public LocalOptions withFollowPaths(List<String> value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        excludePatterns,
        value,
        sharedKeyHint,
        differ,
        metadataOnly,
        constraints);
  }

  public LocalOptions withSharedKeyHint(String value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        excludePatterns,
        followPaths,
        value,
        differ,
        metadataOnly,
        constraints);
  }

  public LocalOptions withDiffer(Differ value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        excludePatterns,
        followPaths,
        sharedKeyHint,
        value,
        metadataOnly,
        constraints);
  }

  public LocalOptions withMetadataOnly(List<String> value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        excludePatterns,
        followPaths,
        sharedKeyHint,
        differ,
        Optional.of(value),
        constraints);
  }

  public LocalOptions withConstraints(Constraints value) {
    return new LocalOptions(
        sessionId,
        includePatterns,
        excludePatterns,
        followPaths,
        sharedKeyHint,
        differ,
        metadataOnly,
        value);
  }

  /**
   * How a changed file is found.
   *
   * @param type {@code none}, {@code metadata}, or empty for the daemon's choice
   * @param required whether the daemon must be able to
   */
  public record Differ(String type, boolean required) {
    public static final Differ DEFAULT = new Differ("", false);
  }
}
