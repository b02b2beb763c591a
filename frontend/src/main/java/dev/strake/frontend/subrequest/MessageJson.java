package dev.strake.frontend.subrequest;

import com.google.protobuf.ByteString;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes messages of the protocol as JSON, field by field; fields that hold nothing are left out.
 *
 * <p>Go has two ways of it: {@code protojson}, in which numbers of 64 bits are strings, and {@code encoding/json}.
 */
final class MessageJson {

  private final GoJsonWriter json;
  private final boolean longsAsText;

  /** @param longsAsText whether numbers of 64 bits are written as strings */
  MessageJson(GoJsonWriter json, boolean longsAsText) {
    this.json = json;
    this.longsAsText = longsAsText;
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
      json.name(name);
      message(fields);
    }
  }

  void text(String name, String value) {
    if (!value.isEmpty()) {
      json.name(name).string(value);
    }
  }

  void bytes(String name, ByteString value) {
    if (!value.isEmpty()) {
      json.name(name).bytes(value.toByteArray());
    }
  }

  void flag(String name, boolean value) {
    if (value) {
      json.name(name).bool(true);
    }
  }

  /** A number of 32 bits. */
  void number(String name, int value) {
    if (value != 0) {
      json.name(name).number(value);
    }
  }

  /** An unsigned number of 32 bits. */
  void unsigned(String name, int value) {
    if (value != 0) {
      json.name(name).number(Integer.toUnsignedLong(value));
    }
  }

  /** An unsigned number of 32 bits that is there, whatever its value. */
  void chosen(String name, int value) {
    json.name(name).number(Integer.toUnsignedLong(value));
  }

  /** A number of 64 bits. */
  void number(String name, long value) {
    if (value != 0) {
      json.name(name);
      longValue(Long.toString(value), value);
    }
  }

  /** An unsigned number of 64 bits. */
  void unsigned(String name, long value) {
    if (value != 0) {
      json.name(name);
      if (longsAsText) {
        json.string(Long.toUnsignedString(value));
      } else {
        json.unsigned(value);
      }
    }
  }

  private void longValue(String text, long value) {
    if (longsAsText) {
      json.string(text);
    } else {
      json.number(value);
    }
  }

  /** A word of an enumeration; left out where it is the first one. */
  void word(String name, int number, Enum<?> value) {
    if (number != 0) {
      json.name(name).string(value.name());
    }
  }

  void texts(String name, List<String> values) {
    list(name, values, json::string);
  }

  /** Numbers of 32 bits. */
  void ints(String name, List<Integer> values) {
    list(name, values, value -> json.number(value));
  }

  /** Numbers of 64 bits. */
  void longs(String name, List<Long> values) {
    list(name, values, value -> longValue(Long.toString(value), value));
  }

  <T> void list(String name, List<T> values, Consumer<T> element) {
    if (!values.isEmpty()) {
      json.name(name).array(values, (w, value) -> element.accept(value));
    }
  }

  /** A map, its keys in Go's order. */
  <T> void map(String name, Map<String, T> values, BiConsumer<GoJsonWriter, T> value) {
    if (!values.isEmpty()) {
      json.name(name);
      map(values, value);
    }
  }

  /** A map as a value of its own. */
  <T> void map(Map<String, T> values, BiConsumer<GoJsonWriter, T> value) {
    Map<String, T> sorted = new TreeMap<>(GoStrings::compare);
    sorted.putAll(values);
    json.beginObject();
    sorted.forEach(
        (key, each) -> {
          json.name(key);
          value.accept(json, each);
        });
    json.endObject();
  }
}
