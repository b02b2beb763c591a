package dev.strake.llb;

import java.util.List;

/** Where in a file a vertex comes from. */
public record SourceLocation(SourceMap map, List<SourceRange> ranges) {
  public SourceLocation {
    ranges = List.copyOf(ranges);
  }
}
