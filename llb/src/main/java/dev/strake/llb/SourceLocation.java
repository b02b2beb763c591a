package dev.strake.llb;

import java.util.Collections;
import java.util.List;

/**
 * Where in a file a vertex comes from.
 *
 * @param ranges handed over, not to be changed any more
 */
public record SourceLocation(SourceMap map, List<SourceRange> ranges) {
  public SourceLocation {
    // No copy: a list that makes its ranges when asked for them stays small.
    ranges = Collections.unmodifiableList(ranges);
  }
}
