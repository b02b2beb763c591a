package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.Constraints;
import dev.strake.llb.SourceLocation;
import dev.strake.llb.SourceMap;
import dev.strake.llb.SourceRange;
import java.util.List;
import java.util.Optional;

/** What is told beside the ops of a build's steps. */
public final class Steps {

  /** The key of the instruction's text in an op's description. */
  public static final String COMMAND = "com.docker.dockerfile.v1.command";

  private Steps() {}

  /** A step's name and where it comes from; a step from no place has an empty one. */
  public static Constraints constraints(String name, Optional<Place> place, SourceMap map) {
    return Constraints.NONE.withCustomName(name).withLocation(location(place, map));
  }

  /** A place as the protocol carries it: each line for itself. */
  public static SourceLocation location(Optional<Place> place, SourceMap map) {
    return map.location(
        place.map(where -> SourceRange.eachLine(where.lines().first(), where.lines().last())).orElse(List.of()));
  }
}
