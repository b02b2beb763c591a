package dev.strake.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.instruction.Outcome;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyModeTest {

  @Test
  void readsOctalModes() {
    assertThat(CopyMode.parse("0755")).isEqualTo(Outcome.success(new CopyMode(OptionalInt.of(0755), "")));
    assertThat(CopyMode.parse("")).isEqualTo(Outcome.success(new CopyMode(OptionalInt.empty(), "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"u=rwX,go=rX", "+x", "a-w", "u+s,g-s", "=", "u=g", "u+r-w", "ugo+t"})
  void keepsSymbolicModes(String text) {
    assertThat(CopyMode.parse(text)).isEqualTo(Outcome.success(new CopyMode(OptionalInt.empty(), text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "10000", "999999999999", "0x1"})
  void refusesNumbersThatAreNoModes(String text) {
    assertThat(CopyMode.parse(text)).isEqualTo(Outcome.failure(LoweringDiagnostics.invalidChmod(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"u", "u=rw,", "rw", "u=rw x", "+q", ",u=r", "-1"})
  void refusesOtherTexts(String text) {
    assertThat(CopyMode.parse(text)).isEqualTo(Outcome.failure(LoweringDiagnostics.invalidSymbolicMode()));
  }
}
