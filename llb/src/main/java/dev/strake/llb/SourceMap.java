package dev.strake.llb;

import java.util.List;
import java.util.Optional;

/**
 * A file that vertices come from; the daemon shows its lines when a step fails.
 *
 * <p>Compared by identity: make one for each file.
 */
public final class SourceMap {
  private final Optional<State> state;
  private final String filename;
  private final String language;
  private final byte[] data;

  /**
   * @param state the tree that holds the file, if it is known
   * @param language as GitHub's linguist calls it, such as {@code Dockerfile}
   * @param data the file's bytes; handed over, not to be changed any more
   */
  public SourceMap(Optional<State> state, String filename, String language, byte[] data) {
    this.state = state;
    this.filename = filename;
    this.language = language;
    this.data = data;
  }

  public Optional<State> state() {
    return state;
  }

  public String filename() {
    return filename;
  }

  public String language() {
    return language;
  }

  /** The file's bytes; not to be changed. */
  public byte[] data() {
    return data;
  }

  /** A place in this file. */
  public SourceLocation location(List<SourceRange> ranges) {
    return new SourceLocation(this, ranges);
  }
}
