package dev.strake.llb.text;

import com.google.protobuf.ByteString;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes messages of the protocol as JSON, field by field; fields that hold nothing are left out. */
final class MessageJson {

  /** Go's two ways of it. */
  enum Style {
    /** Fields have the names of the protocol's file, a choice is an object of its own, enumerations are numbers. */
    ENCODING_JSON,
    /** Names have humps in place of underscores; numbers of 64 bits are strings, and enumerations words. */
    PROTOJSON
  }

  private final GoJsonWriter json;
  private final Style style;

  MessageJson(GoJsonWriter json, Style style) {
    this.json = json;
    this.style = style;
  }

  Style style() {
    return style;
  }

  private GoJsonWriter name(String name) {
    return json.name(style == Style.PROTOJSON ? humps(name) : name);
  }

  private static String humps(String name) {
    StringBuilder humps = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      humps.append(c == '_' ? Character.toUpperCase(name.charAt(++i)) : c);
    }
    return humps.toString();
  }

  /** A message as a value of its own. */
  void message(Runnable fields) {
    json.beginObject();
    fields.run();
    json.endObject();
  }

  /** A field that is a message; it is there even if it is empty. */
  void message(String name, boolean present, Runnable fields) {
    if (present) {
      name(name);
      message(fields);
    }
  }

  /** The field that is set of a choice. */
  void choice(String name, Runnable field) {
    if (style == Style.PROTOJSON) {
      field.run();
    } else {
      message(name, true, field);
    }
  }

  void text(String name, String value) {
    if (!value.isEmpty()) {
      name(name).string(value);
    }
  }

  void bytes(String name, ByteString value) {
    if (!value.isEmpty()) {
      bytes(name, value.toByteArray());
    }
  }

  void bytes(String name, byte[] value) {
    if (value.length > 0) {
      name(name).bytes(value);
    }
  }

  void flag(String name, boolean value) {
    if (value) {
      name(name).bool(true);
    }
  }

  /** A number of 32 bits. */
  void number(String name, int value) {
    if (value != 0) {
      name(name).number(value);
    }
  }

  /** An unsigned number of 32 bits. */
  void unsigned(String name, int value) {
    if (value != 0) {
      name(name).number(Integer.toUnsignedLong(value));
    }
  }

  /** A number of 64 bits. */
  void number(String name, long value) {
    if (value != 0) {
      name(name);
      number(value);
    }
  }

  /** A number of 64 bits that {@code encoding/json} has whatever its value. */
  void place(String name, long value) {
    if (style == Style.PROTOJSON) {
      number(name, value);
    } else {
      name(name).number(value);
    }
  }

  /** A user's number: a choice, which {@code protojson} has whatever its value; Go's own JSON calls it otherwise. */
  void userId(int value) {
    if (style == Style.PROTOJSON) {
      json.name("byID").number(Integer.toUnsignedLong(value));
    } else {
      unsigned("byId", value);
    }
  }

  /** An unsigned number of 64 bits. */
  void unsigned(String name, long value) {
    if (value != 0) {
      name(name);
      if (style == Style.PROTOJSON) {
        json.string(Long.toUnsignedString(value));
      } else {
        json.unsigned(value);
      }
    }
  }

  private void number(long value) {
    if (style == Style.PROTOJSON) {
      json.string(Long.toString(value));
    } else {
      json.number(value);
    }
  }

  /** A value of an enumeration; left out where it is the first one. */
  void word(String name, int number, Enum<?> value) {
    if (number != 0 && style == Style.PROTOJSON) {
      name(name).string(value.name());
    } else {
      number(name, number);
    }
  }

  void texts(String name, List<String> values) {
    list(name, values, json::string);
  }

  void texts(String name, Map<String, String> values) {
    map(name, values, json::string);
  }

  /** Numbers of 32 bits. */
  void ints(String name, List<Integer> values) {
    list(name, values, value -> json.number(value));
  }

  /** Numbers of 64 bits. */
  void longs(String name, List<Long> values) {
    list(name, values, this::number);
  }

  <T> void list(String name, List<T> values, Consumer<T> element) {
    if (!values.isEmpty()) {
      name(name).array(values, (w, value) -> element.accept(value));
    }
  }

  /** Messages. */
  <T> void messages(String name, List<T> values, Consumer<T> fields) {
    list(name, values, value -> message(() -> fields.accept(value)));
  }

  /** A map, its keys in Go's order. */
  <T> void map(String name, Map<String, T> values, Consumer<T> value) {
    if (!values.isEmpty()) {
      name(name);
      map(values, value);
    }
  }

  /** A map as a value of its own. */
  <T> void map(Map<String, T> values, Consumer<T> value) {
    Map<String, T> sorted = new TreeMap<>(GoStrings::compare);
    sorted.putAll(values);
    json.beginObject();
    sorted.forEach(
        (key, each) -> {
          json.name(key);
          value.accept(each);
        });
    json.endObject();
  }
}
