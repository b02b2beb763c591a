package dev.strake.bridge.error;

/**
 * A part of a source file as BuildKit's protocols tell it.
 *
 * @param startLine from 1
 * @param startCharacter from 0; 0 too where only lines are told
 * @param endLine from 1, inclusive
 * @param endCharacter from 0; 0 too where only lines are told
 */
public record SourceRange(int startLine, int startCharacter, int endLine, int endCharacter) {

  /** Whether the line is in it; a range whose end lies before its start holds its first line only. */
  boolean holdsLine(int line) {
    return startLine <= line && line <= lastLine();
  }

  int lastLine() {
    return Math.max(startLine, endLine);
  }
}
