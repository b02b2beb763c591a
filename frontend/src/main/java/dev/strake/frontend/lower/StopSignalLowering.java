package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.StopSignalCommand;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoStrings;
import java.util.Optional;
import java.util.Set;

/** {@code STOPSIGNAL}: how containers are told to stop. */
final class StopSignalLowering {

  private static final Set<String> NAMES =
      Set.of(
          "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL",
          "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1",
          "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ");
  private static final String PREFIX = "SIG";
  private static final String FIRST_REALTIME = "RTMIN";
  private static final String LAST_REALTIME = "RTMAX";
  private static final int AFTER_FIRST = 15;
  private static final int BEFORE_LAST = 14;

  private final History history;

  StopSignalLowering(History history) {
    this.history = history;
  }

  StageState lower(StopSignalCommand command, StageState state, Step step) {
    String signal = command.signal();
    if (!isSignal(signal)) {
      return step.fail(state, LoweringDiagnostics.invalidSignal(signal));
    }
    return history.add(state.withConfig(config -> config.withStopSignal(signal)), () -> "STOPSIGNAL " + signal);
  }

  private static boolean isSignal(String text) {
    Optional<Long> number = GoInt.atoi(text).value();
    if (number.isPresent()) {
      return number.get() != 0;
    }
    String upper = GoStrings.toUpper(text);
    String name = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
    return NAMES.contains(name)
        || isRealtime(name, FIRST_REALTIME, '+', AFTER_FIRST)
        || isRealtime(name, LAST_REALTIME, '-', BEFORE_LAST);
  }

  private static boolean isRealtime(String name, String base, char sign, int most) {
    if (!name.startsWith(base)) {
      return false;
    }
    String rest = name.substring(base.length());
    for (int i = 1; i <= most; i++) {
      if (rest.equals(sign + Integer.toString(i))) {
        return true;
      }
    }
    return rest.isEmpty();
  }
}
