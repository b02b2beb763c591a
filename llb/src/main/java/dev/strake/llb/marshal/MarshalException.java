package dev.strake.llb.marshal;

import dev.strake.llb.SourceLocation;
import java.util.List;

/** A graph that cannot be marshalled, such as an exec without arguments or a text that is not valid UTF-8. */
public final class MarshalException extends RuntimeException {
  private final transient List<SourceLocation> locations;

  MarshalException(String message, List<SourceLocation> locations) {
    super(message);
    this.locations = locations;
  }

  /** Where the vertex at fault comes from. */
  public List<SourceLocation> locations() {
    return locations;
  }
}
