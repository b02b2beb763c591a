package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFloatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.0", "0.25, 1, 0.2", "0.35, 1, 0.3", "0.75, 1, 0.8", "0.125, 2, 0.12", "0.375, 2, 0.38", "1.005, 2, 1.00",
    "9.9995, 3, 9.999", "99.95, 1, 100.0", "0.05, 1, 0.1", "4.9e-324, 3, 0.000", "-0.25, 1, -0.2", "1.5, 0, 2",
    "4503599627370495.5, 1, 4503599627370495.5", "4503599627370497, 1, 4503599627370497.0", "0.00005, 4, 0.0001",
  })
  void fixedRoundsTheExactValue(double value, int digits, String expected) {
    assertThat(GoFloat.fixed(value, digits)).isEqualTo(expected);
  }

  @Test
  void fixedIsThatOfDecimalNumbers() {
    Random random = new Random(20261127);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      double usual = random.nextInt(1_000_000) / 1000.0;
      double middle = random.nextInt(1_000_000) / 16.0;
      for (double each : new double[] {Double.isFinite(value) ? value : 1, usual, middle, random.nextDouble()}) {
        int digits = random.nextInt(4);
        assertThat(GoFloat.fixed(each, digits))
            .isEqualTo(new BigDecimal(each).setScale(digits, RoundingMode.HALF_EVEN).toPlainString());
      }
    }
  }
}
