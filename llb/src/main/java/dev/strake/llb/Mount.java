package dev.strake.llb;

/**
 * A tree in the file system of a process.
 *
 * @param source what is mounted; {@link State#scratch()} for an empty tree
 * @param selector a path in the source; empty for all of it
 * @param withoutOutput whether what the process writes there is thrown away
 */
public record Mount(
    String target,
    State source,
    Kind kind,
    String selector,
    boolean readonly,
    boolean withoutOutput,
    ContentCache contentCache) {

  /** The source itself; what is written there can be had as an output. */
  public static Mount bind(String target, State source) {
    return new Mount(target, source, new Bind(), "", false, false, ContentCache.DEFAULT);
  }

  /** A directory that is kept between builds; the source is its first contents. */
  public static Mount cache(String target, State source, String id, CacheSharing sharing) {
    return new Mount(target, source, new Cache(id, sharing), "", false, false, ContentCache.DEFAULT);
  }

  /**
   * An empty tree in memory.
   *
   * @param size in bytes; 0 for no limit
   */
  public static Mount tmpfs(String target, long size) {
    return new Mount(target, State.scratch(), new Tmpfs(size), "", false, false, ContentCache.DEFAULT);
  }

  public Mount withSelector(String path) {
    return new Mount(target, source, kind, path, readonly, withoutOutput, contentCache);
  }

  public Mount asReadonly() {
    return new Mount(target, source, kind, selector, true, withoutOutput, contentCache);
  }

  public Mount discardingWrites() {
    return new Mount(target, source, kind, selector, readonly, true, contentCache);
  }

  public Mount withContentCache(ContentCache value) {
    return new Mount(target, source, kind, selector, readonly, withoutOutput, value);
  }

  /** Whether the mount is one of its step's outputs. */
  public boolean hasOutput() {
    return kind instanceof Bind && !readonly && !withoutOutput;
  }

  /** How the tree comes about. */
  public sealed interface Kind {}

  /** The source. */
  public record Bind() implements Kind {}

  /** A directory that is kept between builds. */
  public record Cache(String id, CacheSharing sharing) implements Kind {}

  /** Memory; {@code size} in bytes, 0 for no limit. */
  public record Tmpfs(long size) implements Kind {}
}
