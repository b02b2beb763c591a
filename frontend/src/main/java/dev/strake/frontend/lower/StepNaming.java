package dev.strake.frontend.lower;

import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.stage.StepNames;
import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.Expansion;
import dev.strake.llb.EnvList;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.go.GoStrings;
import java.util.Optional;

/** Gives steps their names. */
final class StepNaming {

  private final boolean multiPlatform;
  private final Platform host;

  /** @param host what a platform that only says its system or its processor is completed with */
  StepNaming(boolean multiPlatform, Platform host) {
    this.multiPlatform = multiPlatform;
    this.host = host;
  }

  /** A command's text with its variables expanded, where that is possible, and its keyword in capitals. */
  static String title(String code, WordExpander expander, Environment environment) {
    Expansion expansion = expander.expand(code, environment);
    String text = expansion.error().isPresent() ? code : expansion.text();
    int space = text.indexOf(' ');
    int end = space < 0 ? text.length() : space;
    return GoStrings.toUpper(text.substring(0, end)) + text.substring(end);
  }

  /** The name of the step that {@code state} is at. */
  String name(Step step, StageState state, Optional<Platform> platform, String title) {
    String text = step.command().trigger() && step.scope().node().steps() > 0 ? "ONBUILD " + title : title;
    return StepNames.step(
        prefix(platform, state.state().env()),
        step.scope().node().displayName(),
        state.step(),
        step.scope().node().steps(),
        text);
  }

  private String prefix(Optional<Platform> platform, EnvList env) {
    if (!multiPlatform || platform.isEmpty()) {
      return "";
    }
    String crossed = target(env).map(target -> crossed(platform.get(), target)).orElse("");
    return Platforms.formatAll(platform.get()) + crossed + " ";
  }

  /** The platform that the stage's variables speak of. */
  private Optional<Platform> target(EnvList env) {
    Optional<String> whole = env.get("TARGETPLATFORM");
    if (whole.isPresent()) {
      try {
        return Optional.of(Platforms.parse(whole.get(), host));
      } catch (IllegalArgumentException e) {
        // The parts may tell.
      }
    }
    Optional<String> os = env.get("TARGETOS");
    Optional<String> architecture = env.get("TARGETARCH");
    Optional<String> variant = env.get("TARGETVARIANT");
    if (os.isEmpty() && architecture.isEmpty() && variant.isEmpty()) {
      return Optional.empty();
    }
    Platform parts = Platform.of(os.orElse(""), architecture.orElse(""));
    return Optional.of(new Platform(parts.os(), parts.architecture(), variant.orElse(""), "", parts.osFeatures()));
  }

  private static String crossed(Platform base, Platform target) {
    Platform whole =
        Platforms.normalize(
            new Platform(
                target.os().isEmpty() ? base.os() : target.os(),
                target.architecture().isEmpty() ? base.architecture() : target.architecture(),
                target.variant(),
                target.osVersion(),
                target.osFeatures()));
    if (!whole.os().equals(base.os())) {
      return "->" + Platforms.formatAll(whole);
    }
    if (whole.architecture().equals(base.architecture())) {
      return "";
    }
    return "->" + whole.architecture() + (whole.variant().isEmpty() ? "" : "/" + whole.variant());
  }
}
