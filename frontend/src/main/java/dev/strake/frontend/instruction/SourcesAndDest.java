package dev.strake.frontend.instruction;

import java.util.List;

/**
 * What {@code COPY} and {@code ADD} copy where.
 *
 * @param sourcePaths the sources that are no here-documents
 * @param sourceContents the sources that are
 * @param destPath the destination
 */
public record SourcesAndDest(List<String> sourcePaths, List<InlineContent> sourceContents, String destPath) {
  public SourcesAndDest {
    sourcePaths = List.copyOf(sourcePaths);
    sourceContents = List.copyOf(sourceContents);
  }
}
