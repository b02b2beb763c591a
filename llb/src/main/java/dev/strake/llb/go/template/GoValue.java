package dev.strake.llb.go.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value as a Go program would hold it. */
public sealed interface GoValue {

  /** Nothing: a nil pointer. */
  GoValue NIL = new Nil("<nil>", "nil");

  /** What a map has under a key that it does not have. */
  GoValue MISSING = new Nil("<no value>", "nil");

  /** A nil pointer to a time. */
  GoValue NIL_TIME = new Nil("<nil>", "*time.Time");

  /** The name of its type in error messages, such as {@code []string}. */
  String type();

  /** Whether a template's {@code if} takes it for true. */
  boolean isTrue();

  record Nil(String shown, String type) implements GoValue {
    @Override
    public boolean isTrue() {
      return false;
    }
  }

  record Text(String text) implements GoValue {
    @Override
    public String type() {
      return "string";
    }

    @Override
    public boolean isTrue() {
      return !text.isEmpty();
    }
  }

  record Int(long value) implements GoValue {
    @Override
    public String type() {
      return "int";
    }

    @Override
    public boolean isTrue() {
      return value != 0;
    }
  }

  /** A number that prints as its name. */
  record Enumerated(String type, String name, long value) implements GoValue {
    @Override
    public boolean isTrue() {
      return value != 0;
    }
  }

  record Decimal(double value) implements GoValue {
    @Override
    public String type() {
      return "float64";
    }

    @Override
    public boolean isTrue() {
      return value != 0;
    }
  }

  record Bool(boolean value) implements GoValue {
    @Override
    public String type() {
      return "bool";
    }

    @Override
    public boolean isTrue() {
      return value;
    }
  }

  /** Bytes, which JSON has in base 64; not copied. */
  record Bytes(byte[] data) implements GoValue {
    @Override
    public String type() {
      return "[]uint8";
    }

    @Override
    public boolean isTrue() {
      return data.length > 0;
    }
  }

  /**
   * A time.
   *
   * @param pointer whether it is one to a time
   */
  record Time(Instant instant, ZoneId zone, boolean pointer) implements GoValue {

    /** One in UTC. */
    public Time(Instant instant) {
      this(instant, ZoneOffset.UTC, false);
    }

    ZonedDateTime zoned() {
      return instant.atZone(zone);
    }

    @Override
    public String type() {
      return pointer ? "*time.Time" : "time.Time";
    }

    @Override
    public boolean isTrue() {
      return true;
    }
  }

  /** A slice. */
  record Slice(String type, List<GoValue> elements, boolean nil) implements GoValue {
    public Slice {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean isTrue() {
      return !elements.isEmpty();
    }
  }

  /** A map whose keys are texts. */
  record Mapping(String type, SortedMap<String, GoValue> entries, boolean nil) implements GoValue {
    @Override
    public boolean isTrue() {
      return !entries.isEmpty();
    }
  }

  /**
   * A struct, or a pointer to one.
   *
   * @param message whether it is a protocol's, which prints in a way of its own
   */
  record Struct(String type, List<Field> fields, boolean message) implements GoValue {
    public Struct {
      fields = List.copyOf(fields);
    }

    public Struct(String type, List<Field> fields) {
      this(type, fields, false);
    }

    @Override
    public boolean isTrue() {
      return true;
    }

    /** The field of this name in Go. */
    public Optional<GoValue> field(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
    }
  }

  /**
   * A field of a struct.
   *
   * @param name in Go
   * @param json in JSON; empty where JSON leaves it out
   * @param omitEmpty whether JSON leaves it out where it is empty
   */
  record Field(String name, String json, GoValue value, boolean omitEmpty) {

    public static Field of(String name, String json, GoValue value) {
      return new Field(name, json, value, false);
    }

    /** One that JSON has only where there is something in it. */
    public static Field optional(String name, String json, GoValue value) {
      return new Field(name, json, value, true);
    }
  }

  /** A protocol's message; the names that its fields have in JSON are those that it prints. */
  static Struct message(String type, List<Field> fields) {
    return new Struct(type, fields, true);
  }

  static GoValue of(String text) {
    return new Text(text);
  }

  static GoValue of(long value) {
    return new Int(value);
  }

  static GoValue of(boolean value) {
    return new Bool(value);
  }

  /** A slice of texts, which is nil where there are none. */
  static GoValue texts(List<String> texts) {
    return new Slice("[]string", texts.stream().map(GoValue::of).toList(), texts.isEmpty());
  }

  /** A map of texts, which is nil where there are none. */
  static GoValue texts(Map<String, String> texts) {
    SortedMap<String, GoValue> entries = new TreeMap<>();
    texts.forEach((key, text) -> entries.put(key, of(text)));
    return new Mapping("map[string]string", entries, texts.isEmpty());
  }

  /** A pointer to a time in UTC, or nil. */
  static GoValue time(Optional<Instant> instant) {
    return instant.<GoValue>map(at -> new Time(at, ZoneOffset.UTC, true)).orElse(NIL_TIME);
  }
}
