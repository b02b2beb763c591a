package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.frontend.instruction.Stage;
import dev.strake.llb.Platform;
import java.util.Optional;
import java.util.Set;

/**
 * How a node of the stage graph begins: what its {@code FROM} says, variables expanded, or the image that a {@code
 * COPY} or a mount names.
 *
 * @param stage the stage; absent for an image that only files are taken from
 * @param place the {@code FROM}, or the {@code COPY}; absent for a mount's image
 * @param baseName the base image's or stage's name
 * @param platform what {@code --platform} says
 * @param context the files that the client gave in the stage's place
 * @param usedArgs the arguments that the {@code FROM} uses
 */
public record StageHead(
    Optional<Stage> stage,
    Optional<Place> place,
    String baseName,
    Optional<Platform> platform,
    Optional<NamedContext> context,
    Set<String> usedArgs) {

  /** The base image that is no image. */
  public static final String SCRATCH = "scratch";

  /** An image that only files are taken from. */
  static StageHead ofImage(String name, Optional<Place> place) {
    return new StageHead(Optional.empty(), place, name, Optional.empty(), Optional.empty(), Set.of());
  }

  /** The stage's name; empty where it has none. */
  public String name() {
    return stage.map(Stage::name).orElse("");
  }

  /** Whether it begins with nothing. */
  public boolean isScratch() {
    return baseName.equals(SCRATCH) && context.isEmpty();
  }
}
