package dev.strake.frontend.stage;

import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.Optional;

/** How progress calls the steps of a build, such as {@code [linux/arm64 build 2/10] RUN make}. */
public final class StepNames {

  private StepNames() {}

  /**
   * A step's name.
   *
   * @param platform in front of all, with a space behind it; may be empty
   * @param stage the stage's name; may be empty
   * @param step its number, from 1
   * @param total the number of the stage's steps, which a context in the stage's place makes too small; where there are
   *     none, the text is all
   */
  public static String step(String platform, String stage, int step, int total, String text) {
    if (total == 0) {
      return text;
    }
    int width = Integer.toString(total).length();
    StringBuilder name = new StringBuilder(text.length() + 32).append('[').append(platform);
    if (!stage.isEmpty()) {
      name.append(stage).append(' ');
    }
    String number = Integer.toString(step);
    return name.repeat(' ', Math.max(0, width - number.length()))
        .append(number)
        .append('/')
        .append(total)
        .append("] ")
        .append(text)
        .toString();
  }

  /** What goes in front for a platform; nothing where the build is for one platform. */
  public static String platform(boolean multiPlatform, Optional<Platform> platform) {
    return multiPlatform ? platform.map(p -> Platforms.formatAll(p) + " ").orElse("") : "";
  }
}
