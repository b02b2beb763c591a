package dev.strake.bridge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void readsWhatTheVariablesName() {
    TraceContext context = TraceContext.of(Map.of("TRACEPARENT", PARENT, "TRACESTATE", "a=b")).orElseThrow();

    assertThat(context.trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(context.span()).isEqualTo("00f067aa0ba902b7");
    assertThat(context.sampled()).isTrue();
    assertThat(context.state()).isEqualTo("a=b");
  }

  @Test
  void aTraceMayBeOneThatNobodyRecords() {
    assertThat(TraceContext.of(Map.of("TRACEPARENT", PARENT.replaceFirst("01$", "00"))).orElseThrow().sampled())
        .isFalse();
  }

  @Test
  void aLaterVersionMaySayMore() {
    assertThat(TraceContext.of(Map.of("TRACEPARENT", PARENT.replaceFirst("^00", "01") + "-more"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
      })
  void whatIsNoneIsNone(String text) {
    assertThat(TraceContext.of(Map.of("TRACEPARENT", text))).isEmpty();
  }
}
