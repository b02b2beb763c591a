package dev.strake.bridge.builders;

import dev.strake.llb.Platform;
import java.util.List;

/**
 * What one builder builds of the whole.
 *
 * @param platforms in the order in which they were asked for
 */
public record Share(Builder builder, List<Platform> platforms) {

  public Share {
    platforms = List.copyOf(platforms);
  }

  /** Its platforms as a frontend takes them. */
  public String platformOption() {
    return Builder.names(platforms);
  }

  /** To show to people. */
  @Override
  public String toString() {
    return builder.address() + " (" + platformOption() + ")";
  }
}
