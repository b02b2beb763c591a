package dev.strake.frontend.lower;

import com.google.common.hash.Hashing;
import dev.strake.llb.Platforms;
import java.nio.charset.StandardCharsets;

/** Ids for steps that progress shows as one. The same build has the same ids each time. */
final class ProgressGroupIds {

  private static final int LENGTH = 25;

  private ProgressGroupIds() {}

  static String of(Step step, String name) {
    String subject =
        Platforms.formatAll(step.scope().platform())
            + '\n'
            + step.scope().node().index()
            + '\n'
            + step.place().span()
            + '\n'
            + name;
    return Hashing.sha256().hashString(subject, StandardCharsets.UTF_8).toString().substring(0, LENGTH);
  }
}
