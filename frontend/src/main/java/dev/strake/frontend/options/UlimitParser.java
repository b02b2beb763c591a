package dev.strake.frontend.options;

import dev.strake.llb.Ulimit;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoResult;
import java.util.Set;

/** Reads limits such as {@code nofile=1024:2048}. */
final class UlimitParser {

  private static final String TOO_HIGH = "ulimit soft limit must be less than or equal to hard limit: ";

  private static final Set<String> TYPES =
      Set.of(
          "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio",
          "rttime", "sigpending", "stack");

  private UlimitParser() {}

  static GoResult<Ulimit> parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return GoResult.error("invalid ulimit argument: " + text);
    }
    String type = text.substring(0, equals);
    if (!TYPES.contains(type)) {
      return GoResult.error("invalid ulimit type: " + type);
    }
    String limits = text.substring(equals + 1);
    String[] parts = limits.split(":", -1);
    if (parts.length > 2) {
      return GoResult.error(
          "too many limit value arguments - " + limits + ", can only have up to two, `soft[:hard]`");
    }
    GoResult<Long> hard = GoInt.parseInt(parts[parts.length - 1], 10, 64);
    if (hard.value().isEmpty()) {
      return GoResult.error(hard.errorMessage());
    }
    GoResult<Long> soft = GoInt.parseInt(parts[0], 10, 64);
    if (soft.value().isEmpty()) {
      return GoResult.error(soft.errorMessage());
    }
    return check(new Ulimit(type, soft.value().get(), hard.value().get()));
  }

  private static GoResult<Ulimit> check(Ulimit limit) {
    if (limit.hard() != -1 && limit.soft() == -1) {
      return GoResult.error(TOO_HIGH + "soft: -1 (unlimited), hard: " + limit.hard());
    }
    if (limit.hard() != -1 && limit.soft() > limit.hard()) {
      return GoResult.error(TOO_HIGH + limit.soft() + " > " + limit.hard());
    }
    return GoResult.of(limit);
  }
}
