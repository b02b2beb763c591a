package dev.strake.frontend.lower;

import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.llb.go.GoBool;
import java.util.Arrays;

/** The arguments that say what a software bill of materials looks at beside the image. */
final class Sbom {

  private Sbom() {}

  /** Whether an argument, global or the stage's own, says so for this stage: with a boolean, or with stages' names. */
  static boolean isAskedFor(String argument, String stage, GlobalArgs globals, StageArgs args) {
    return args.value(argument).or(() -> globals.value(argument)).map(value -> includes(value, stage)).orElse(false);
  }

  private static boolean includes(String value, String stage) {
    return GoBool.parse(value).value().orElseGet(() -> Arrays.asList(value.split(",", -1)).contains(stage));
  }
}
