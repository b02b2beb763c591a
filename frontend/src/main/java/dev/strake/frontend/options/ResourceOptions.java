package dev.strake.frontend.options;

import static dev.strake.llb.go.GoQuote.quote;

import dev.strake.llb.LinuxResources;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Reads the limits of memory and processors. */
final class ResourceOptions {

  private static final int MAX_CPU = 8192;

  private final OptionReader reader;

  ResourceOptions(OptionReader reader) {
    this.reader = reader;
  }

  LinuxResources read() {
    return new LinuxResources(
        signed("memory", n -> n > 0, "must be > 0"),
        signed("memswap", n -> n == -1 || n > 0, "must be -1 (unlimited) or > 0"),
        unsigned("cpushares"),
        unsigned("cpuperiod"),
        signed("cpuquota", n -> n > 0, "must be > 0"),
        cpuset("cpusetcpus"),
        cpuset("cpusetmems"));
  }

  private long signed(String key, LongPredicate valid, String rule) {
    return number(key, GoInt.parseInt(reader.text(key), 10, 64), valid, rule);
  }

  private long unsigned(String key) {
    return number(key, GoInt.parseUint(reader.text(key), 10, 64), n -> n != 0, "must be > 0");
  }

  private long number(String key, GoResult<Long> parsed, LongPredicate valid, String rule) {
    String text = reader.text(key);
    if (text.isEmpty()) {
      return 0;
    }
    GoResult<Long> checked =
        parsed.value().filter(n -> !valid.test(n)).isPresent() ? GoResult.error(rule) : parsed;
    return reader.value(checked, 0L, why -> OptionDiagnostics.invalidResource(key, text, why));
  }

  private String cpuset(String key) {
    String text = reader.text(key);
    for (String part : text.split(",")) {
      Optional<String> problem = problem(GoStrings.trimSpace(part));
      if (problem.isPresent()) {
        reader.report(OptionDiagnostics.invalidResource(key, text, problem.get()));
        return "";
      }
    }
    return text;
  }

  private static Optional<String> problem(String part) {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    int dash = part.indexOf('-');
    String kind = dash < 0 ? "element " : "range ";
    String low = dash < 0 ? part : GoStrings.trimSpace(part.substring(0, dash));
    String high = dash < 0 ? part : GoStrings.trimSpace(part.substring(dash + 1));
    Optional<Long> first = GoInt.atoi(low).value();
    Optional<Long> last = GoInt.atoi(high).value();
    if (first.isEmpty() || last.isEmpty() || first.get() < 0 || last.get() < first.get()) {
      return Optional.of("invalid cpuset " + kind + quote(part));
    }
    return last.get() > MAX_CPU
        ? Optional.of("cpuset " + kind + quote(part) + " exceeds maximum " + MAX_CPU)
        : Optional.empty();
  }
}
