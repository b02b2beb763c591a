package dev.strake.bridge.trace;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says which traces are recorded. */
interface Sampler {

  /** Whoever began a trace has said it; one that begins here is recorded. */
  Sampler USUAL = asParent(1);

  /**
   * Whether to record.
   *
   * @param parent what the span is a part of; absent where a trace begins
   * @param trace the trace's id, 32 digits
   */
  boolean samples(Optional<TraceContext> parent, String trace);

  /** What the variables of OpenTelemetry's SDKs say; as usual where they make no sense. */
  static Sampler of(Map<String, String> environment) {
    String name = environment.get("OTEL_TRACES_SAMPLER");
    if (name == null) {
      return USUAL;
    }
    String ratio = environment.getOrDefault("OTEL_TRACES_SAMPLER_ARG", "1").strip();
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "always_on" -> part(1);
      case "always_off" -> part(0);
      case "traceidratio" -> part(ratio(ratio));
      case "parentbased_always_off" -> asParent(0);
      case "parentbased_traceidratio" -> asParent(ratio(ratio));
      default -> USUAL;
    };
  }

  private static double ratio(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 ? value : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The parent's decision; a part of the traces that have none. */
  private static Sampler asParent(double ratio) {
    return (parent, trace) -> parent.map(TraceContext::sampled).orElseGet(() -> isOfPart(ratio, trace));
  }

  /** A part of all traces, the same ones in each process. */
  private static Sampler part(double ratio) {
    return (parent, trace) -> isOfPart(ratio, trace);
  }

  /** The second half of an id is a number that is as likely as any other. */
  private static boolean isOfPart(double ratio, String trace) {
    if (ratio <= 0 || ratio >= 1) {
      return ratio >= 1;
    }
    long place = Long.parseUnsignedLong(trace, 16, 32, 16) >>> 1;
    return place < (long) (ratio * 0x1p63);
  }
}
