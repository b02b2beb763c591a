package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {

  private static final String PIECE = "é\ud83d\ude00x".repeat(1_000);

  @Test
  void thePiecesTogetherAreTheText() {
    Utf8Output out = new Utf8Output(Long.MAX_VALUE);
    for (int i = 0; i < 10; i++) {
      out.text().append(PIECE);
      out.flush();
    }
    assertThat(out.toBytes()).isEqualTo(PIECE.repeat(10).getBytes(StandardCharsets.UTF_8));
    assertThat(out.toString()).isEqualTo(PIECE.repeat(10));
  }

  @Test
  void whatIsLongerThanTheLimitIsRefusedBeforeItIsWhole() {
    Utf8Output out = new Utf8Output(10_000);
    assertThatThrownBy(
            () -> {
              while (true) {
                out.text().append(PIECE);
                out.flush();
              }
            })
        .isInstanceOfSatisfying(TooLargeException.class, e -> assertThat(e.limit()).isEqualTo(10_000));
  }

  @Test
  void bytesInJsonAreEncodedAsIfAtOnce() {
    byte[] bytes = PIECE.repeat(5).getBytes(StandardCharsets.UTF_8);
    String expected = "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    assertThat(GoJsonWriter.compact().bytes(bytes).toString()).isEqualTo(expected);
  }
}
