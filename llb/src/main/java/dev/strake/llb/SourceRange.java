package dev.strake.llb;

/**
 * An area of a source file, from one position to another. Lines count from 1, characters from 0; the meaning of the
 * characters is the writer's.
 */
public record SourceRange(int startLine, int startCharacter, int endLine, int endCharacter) {
  /** Whole lines. */
  public static SourceRange lines(int start, int end) {
    return new SourceRange(start, 0, end, 0);
  }
}
