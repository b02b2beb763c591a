package dev.strake.frontend.options;

import dev.strake.frontend.port.GatewayPort.WorkerInfo;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.go.GoBool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what to build for. */
final class PlatformOptions {

  static final String MULTI_PLATFORM = "multi-platform";
  static final String MULTI_PLATFORM_ARG = "build-arg:BUILDKIT_MULTI_PLATFORM";

  private final OptionReader reader;

  PlatformOptions(OptionReader reader) {
    this.reader = reader;
  }

  /** The platform that the daemon builds on by default. */
  static Platform buildPlatform(List<WorkerInfo> workers) {
    return workers.stream()
        .limit(1)
        .flatMap(worker -> worker.platforms().stream())
        .findFirst()
        .orElseGet(() -> Platforms.normalize(Platforms.local()));
  }

  List<Platform> targets(Platform host) {
    String text = reader.text("platform");
    List<Platform> found = new ArrayList<>();
    if (text.isEmpty()) {
      return found;
    }
    for (String part : text.split(",", -1)) {
      try {
        found.add(Platforms.normalize(Platforms.parse(part, host)));
      } catch (IllegalArgumentException malformed) {
        reader.report(OptionDiagnostics.invalidPlatform(part, String.valueOf(malformed.getMessage())));
      }
    }
    return found;
  }

  boolean multiPlatform(int targets) {
    String argument = reader.text(MULTI_PLATFORM_ARG);
    String text = argument.isEmpty() ? reader.text(MULTI_PLATFORM) : argument;
    if (text.isEmpty()) {
      return targets > 1;
    }
    Optional<Boolean> value = GoBool.parse(text).value();
    if (value.isEmpty()) {
      reader.report(OptionDiagnostics.invalidMultiPlatform(text));
    } else if (!value.get() && targets > 1) {
      reader.report(OptionDiagnostics.multiPlatformConflict());
    }
    return value.orElse(targets > 1);
  }
}
