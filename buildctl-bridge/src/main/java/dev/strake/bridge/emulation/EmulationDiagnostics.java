package dev.strake.bridge.emulation;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.Optional;

/** What there is to say about programs of other machines. */
public final class EmulationDiagnostics {

  private static final String REMEDY = "install emulators, as root: strake daemon install --qemu";
  private static final String FORMAT_ERROR = "exec format error";

  private EmulationDiagnostics() {}

  static Diagnostic missing(Platform platform) {
    return Diagnostic.error(
            "emulator-missing",
            "the daemon cannot run programs of " + Platforms.format(platform) + ", and this build has RUN steps for it")
        .withHelp(REMEDY + "; or let such steps run on the build platform: FROM --platform=$BUILDPLATFORM");
  }

  static Diagnostic registrationRefused(String name, String reason) {
    return Diagnostic.error("emulator-register", "the kernel does not take the emulator " + name + ": " + reason)
        .withHelp("binfmt_misc belongs to the whole machine: run the command outside of containers");
  }

  static Diagnostic noEmulatorsFound() {
    return Diagnostic.error("emulator-none", "the installed emulators name no formats to register")
        .withHelp("register them by hand, as the distribution's page on QEMU says");
  }

  /** What to do about a step that failed because its program is for another machine; absent for other failures. */
  public static Optional<String> remedyFor(String failure) {
    return failure.contains(FORMAT_ERROR)
        ? Optional.of("the step's program is for another machine than the daemon's: " + REMEDY)
        : Optional.empty();
  }
}
