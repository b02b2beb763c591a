package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.Outcome;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.go.GoInt;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The value of {@code --chmod}: octal digits, or a symbolic mode as chmod takes it.
 *
 * @param bits of an octal mode
 * @param symbolic empty for none
 */
record CopyMode(OptionalInt bits, String symbolic) {

  private static final int HIGHEST = 07777;
  private static final String WHO = "augo";
  private static final String OPERATORS = "+-=";
  private static final String PERMISSIONS = "rstwXxugo";

  /** Reads a flag's value; empty for no change. */
  static Outcome<CopyMode> parse(String text) {
    if (text.isEmpty()) {
      return Outcome.success(new CopyMode(OptionalInt.empty(), ""));
    }
    Optional<Long> octal = GoInt.parseUint(text, 8, 32).value();
    if (octal.isPresent()) {
      return octal.get() <= HIGHEST
          ? Outcome.success(new CopyMode(OptionalInt.of(octal.get().intValue()), ""))
          : Outcome.failure(LoweringDiagnostics.invalidChmod(text));
    }
    if (text.charAt(0) >= '0' && text.charAt(0) <= '9') {
      return Outcome.failure(LoweringDiagnostics.invalidChmod(text));
    }
    return isSymbolic(text)
        ? Outcome.success(new CopyMode(OptionalInt.empty(), text))
        : Outcome.failure(LoweringDiagnostics.invalidSymbolicMode());
  }

  /** Clauses between commas, each of classes of users and one or more operators with permissions. */
  private static boolean isSymbolic(String text) {
    int at = 0;
    while (true) {
      at = skip(text, at, WHO);
      if (!isAnyOf(text, at, OPERATORS)) {
        return false;
      }
      while (isAnyOf(text, at, OPERATORS)) {
        at = skip(text, at + 1, PERMISSIONS);
      }
      if (at == text.length()) {
        return true;
      }
      if (text.charAt(at) != ',') {
        return false;
      }
      at++;
    }
  }

  private static int skip(String text, int from, String chars) {
    int at = from;
    while (isAnyOf(text, at, chars)) {
      at++;
    }
    return at;
  }

  private static boolean isAnyOf(String text, int at, String chars) {
    return at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
  }

  void applyTo(CopyOptions.Builder options) {
    bits.ifPresent(options::mode);
    if (!symbolic.isEmpty()) {
      options.modeString(symbolic);
    }
  }
}
