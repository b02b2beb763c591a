package dev.strake.llb.go.template;

import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.GoTimeLayout;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The methods that times, durations and a protocol's timestamps have in templates. */
final class ValueMethods {

  private static final String DURATION = "time.Duration";
  private static final String TIMESTAMP = "*timestamppb.Timestamp";
  private static final long SECOND = 1_000_000_000L;
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

  /** What an argument has to be. */
  enum Parameter {
    TEXT("string"),
    INT("int"),
    SPAN(DURATION),
    TIME("time.Time");

    private final String type;

    Parameter(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  /**
   * A method.
   *
   * @param problem why no template can call it; empty where one can
   */
  record Method(
      List<Parameter> parameters, BiFunction<GoValue, List<GoValue>, GoValue> body, Optional<String> problem) {

    GoValue call(GoValue receiver, List<GoValue> arguments) {
      return body.apply(receiver, arguments);
    }
  }

  private static final Map<String, Method> OF_TIME = ofTime();
  private static final Map<String, Method> OF_DURATION = ofDuration();

  private ValueMethods() {}

  /** The method of this name that a value has, or that the value a nil pointer might point at would have. */
  static Optional<Method> find(GoValue receiver, String name) {
    return switch (receiver) {
      case GoValue.Time time -> Optional.ofNullable(OF_TIME.get(name));
      case GoValue.Nil(String shown, String type) when type.equals(GoValue.NIL_TIME.type()) ->
          Optional.ofNullable(OF_TIME.get(name)).map(method -> ofNil(method, name));
      case GoValue.Enumerated number when number.type().equals(DURATION) && OF_DURATION.containsKey(name) ->
          Optional.ofNullable(OF_DURATION.get(name));
      case GoValue.Enumerated number when name.equals("String") ->
          Optional.of(method(self -> GoValue.of(number.name())));
      case GoValue.Struct struct when struct.type().equals(TIMESTAMP) -> ofTimestamp(struct, name);
      default -> Optional.empty();
    };
  }

  private static Method ofNil(Method method, String name) {
    return new Method(
        method.parameters(),
        (self, arguments) -> {
          throw new IllegalStateException("value method time.Time." + name + " called using nil *Time pointer");
        },
        method.problem());
  }

  private static Optional<Method> ofTimestamp(GoValue.Struct timestamp, String name) {
    long seconds = timestamp.field("Seconds").map(ValueMethods::number).orElse(0L);
    long nanos = timestamp.field("Nanos").map(ValueMethods::number).orElse(0L);
    return switch (name) {
      case "AsTime" -> Optional.of(method(self -> new GoValue.Time(Instant.ofEpochSecond(seconds, nanos))));
      case "GetSeconds" -> Optional.of(method(self -> GoValue.of(seconds)));
      case "GetNanos" -> Optional.of(method(self -> GoValue.of(nanos)));
      case "String" -> Optional.of(method(self -> GoValue.of(GoProtoText.of(timestamp))));
      default -> Optional.empty();
    };
  }

  private static Method method(Function<GoValue, GoValue> body) {
    return new Method(List.of(), (self, arguments) -> body.apply(self), Optional.empty());
  }

  private static Method timeMethod(Function<ZonedDateTime, GoValue> body) {
    return method(self -> body.apply(zoned(self)));
  }

  private static Method timeMethod(BiFunction<ZonedDateTime, List<GoValue>, GoValue> body, Parameter... parameters) {
    return new Method(
        List.of(parameters), (self, arguments) -> body.apply(zoned(self), arguments), Optional.empty());
  }

  private static Method uncallable(String name, int results) {
    String problem =
        results == 2
            ? "invalid function signature for " + name + ": second return value should be error; is int"
            : "function " + name + " has " + results + " return values; should be 1 or 2";
    return new Method(List.of(), (self, arguments) -> self, Optional.of(problem));
  }

  private static Map<String, Method> ofTime() {
    Map<String, ToLongFunction<ZonedDateTime>> numbers = new HashMap<>();
    numbers.put("Year", ZonedDateTime::getYear);
    numbers.put("Day", ZonedDateTime::getDayOfMonth);
    numbers.put("YearDay", ZonedDateTime::getDayOfYear);
    numbers.put("Hour", ZonedDateTime::getHour);
    numbers.put("Minute", ZonedDateTime::getMinute);
    numbers.put("Second", ZonedDateTime::getSecond);
    numbers.put("Nanosecond", ZonedDateTime::getNano);
    numbers.put("Unix", ZonedDateTime::toEpochSecond);
    numbers.put("UnixMilli", time -> time.toEpochSecond() * 1_000 + time.getNano() / 1_000_000);
    numbers.put("UnixMicro", time -> time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    numbers.put("UnixNano", time -> time.toEpochSecond() * SECOND + time.getNano());
    Map<String, Method> methods = new HashMap<>();
    numbers.forEach((name, number) -> methods.put(name, timeMethod(time -> GoValue.of(number.applyAsLong(time)))));
    methods.put("Month", timeMethod(time -> named("time.Month", time, "January", time.getMonthValue())));
    methods.put("Weekday", timeMethod(time -> named("time.Weekday", time, "Monday", weekday(time))));
    methods.put("IsZero", timeMethod(time -> GoValue.of(time.toInstant().equals(ZERO))));
    methods.put("UTC", timeMethod(time -> time(time.withZoneSameInstant(ZoneOffset.UTC))));
    methods.put("Local", timeMethod(time -> time(time.withZoneSameInstant(local()))));
    methods.put("String", method(self -> GoValue.of(GoFormat.value(self))));
    addWithArguments(methods);
    Map.of("Date", 3, "Clock", 3, "ISOWeek", 2, "Zone", 2)
        .forEach((name, results) -> methods.put(name, uncallable(name, results)));
    return methods;
  }

  private static void addWithArguments(Map<String, Method> methods) {
    methods.put("Format", timeMethod((time, given) -> written(time, given.getFirst()), Parameter.TEXT));
    methods.put("Add", timeMethod((time, given) -> time(time.plusNanos(number(given.getFirst()))), Parameter.SPAN));
    methods.put("AddDate", timeMethod(ValueMethods::addDate, Parameter.INT, Parameter.INT, Parameter.INT));
    methods.put("Truncate", timeMethod((time, given) -> rounded(time, given.getFirst(), false), Parameter.SPAN));
    methods.put("Round", timeMethod((time, given) -> rounded(time, given.getFirst(), true), Parameter.SPAN));
    methods.put("Sub", timeMethod((time, given) -> since(zoned(given.getFirst()), time), Parameter.TIME));
    methods.put("Compare", timeMethod((time, given) -> GoValue.of(order(time, given)), Parameter.TIME));
    methods.put("Before", timeMethod((time, given) -> GoValue.of(order(time, given) < 0), Parameter.TIME));
    methods.put("After", timeMethod((time, given) -> GoValue.of(order(time, given) > 0), Parameter.TIME));
    methods.put("Equal", timeMethod((time, given) -> GoValue.of(order(time, given) == 0), Parameter.TIME));
  }

  private static GoValue written(ZonedDateTime time, GoValue layout) {
    return GoValue.of(GoTimeLayout.format(time, GoFormat.value(layout)));
  }

  private static int weekday(ZonedDateTime time) {
    return time.getDayOfWeek().getValue() % 7;
  }

  private static ZoneId local() {
    ZoneId zone = ZoneId.systemDefault();
    return zone.getRules().isFixedOffset() && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC)
        ? ZoneOffset.UTC
        : zone;
  }

  private static GoValue named(String type, ZonedDateTime time, String layout, int number) {
    return new GoValue.Enumerated(type, GoTimeLayout.format(time, layout), number);
  }

  private static ZonedDateTime zoned(GoValue value) {
    if (value instanceof GoValue.Time time) {
      return time.zoned();
    }
    throw new DateTimeException("no time: " + value.type());
  }

  private static GoValue time(ZonedDateTime time) {
    return new GoValue.Time(time.toInstant(), time.getZone(), false);
  }

  private static long number(GoValue value) {
    return switch (value) {
      case GoValue.Int(long number) -> number;
      case GoValue.Enumerated enumerated -> enumerated.value();
      default -> throw new DateTimeException("no number: " + value.type());
    };
  }

  private static int order(ZonedDateTime time, List<GoValue> other) {
    return Integer.signum(time.toInstant().compareTo(zoned(other.getFirst()).toInstant()));
  }

  /** Days that a month does not have are those of the next. */
  private static GoValue addDate(ZonedDateTime time, List<GoValue> given) {
    ZonedDateTime first = time.withDayOfMonth(1).plusYears(number(given.get(0))).plusMonths(number(given.get(1)));
    return time(first.plusDays(time.getDayOfMonth() - 1 + number(given.get(2))));
  }

  private static BigInteger nanos(Instant from, Instant to) {
    return BigInteger.valueOf(to.getEpochSecond() - from.getEpochSecond())
        .multiply(BigInteger.valueOf(SECOND))
        .add(BigInteger.valueOf(to.getNano() - from.getNano()));
  }

  /** A multiple of a span since the year one. */
  private static GoValue rounded(ZonedDateTime time, GoValue to, boolean toNearest) {
    long span = number(to);
    if (span <= 0) {
      return time(time);
    }
    long over = nanos(ZERO, time.toInstant()).mod(BigInteger.valueOf(span)).longValue();
    boolean up = toNearest && !isLessThanHalf(over, span);
    return time(time.plusNanos(up ? span - over : -over));
  }

  private static boolean isLessThanHalf(long part, long whole) {
    return Long.compareUnsigned(part + part, whole) < 0;
  }

  /** As long as a duration can be, at most. */
  private static GoValue since(ZonedDateTime earlier, ZonedDateTime later) {
    BigInteger nanos = nanos(earlier.toInstant(), later.toInstant());
    boolean fits = nanos.bitLength() < Long.SIZE;
    long most = nanos.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    return duration(fits ? nanos.longValue() : most);
  }

  private static GoValue duration(long nanos) {
    return new GoValue.Enumerated(DURATION, GoDuration.format(nanos), nanos);
  }

  private static Map<String, Method> ofDuration() {
    Map<String, Method> methods = new HashMap<>();
    Map.of("Nanoseconds", 1L, "Microseconds", 1_000L, "Milliseconds", 1_000_000L)
        .forEach((name, unit) -> methods.put(name, method(self -> GoValue.of(number(self) / unit))));
    Map.of("Seconds", SECOND, "Minutes", 60 * SECOND, "Hours", 3600 * SECOND)
        .forEach((name, unit) -> methods.put(name, method(self -> in(unit, number(self)))));
    methods.put("Abs", method(self -> duration(amount(number(self)))));
    methods.put("Truncate", spanMethod((span, unit) -> unit <= 0 ? span : span - span % unit));
    methods.put("Round", spanMethod(ValueMethods::round));
    return methods;
  }

  private static long amount(long span) {
    return span == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(span);
  }

  private static Method spanMethod(BiFunction<Long, Long, Long> body) {
    return new Method(
        List.of(Parameter.SPAN),
        (self, given) -> duration(body.apply(number(self), number(given.getFirst()))),
        Optional.empty());
  }

  private static GoValue in(long unit, long nanos) {
    return new GoValue.Decimal(nanos / unit + (double) (nanos % unit) / unit);
  }

  private static long round(long span, long unit) {
    if (unit <= 0) {
      return span;
    }
    long over = Math.abs(span % unit);
    boolean up = !isLessThanHalf(over, unit);
    long away = up ? unit - over : -over;
    long rounded = span < 0 ? span - away : span + away;
    if (up && span < 0 && rounded > span) {
      return Long.MIN_VALUE;
    }
    return up && span >= 0 && rounded < span ? Long.MAX_VALUE : rounded;
  }
}
