package dev.strake.llb.go;

import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes JSON as Go's {@code json.Decoder} decodes it into a struct: the first value of a text; fields whatever the
 * case of their names; what is of another type is left out, and told of at the end. Not thread-safe.
 *
 * <pre>{@code
 * GoJsonDecoder decoder = GoJsonDecoder.of(new GoJsonForm.Struct("pkg.Config", Map.of("name", new GoJsonForm.Text())));
 * Map<String, Object> config = decoder.decode(bytes);
 * decoder.problem().ifPresent(why -> warn("parsing it: " + why));
 * }</pre>
 */
public final class GoJsonDecoder {

  private final GoJsonForm.Struct form;
  private final boolean strict;
  private Optional<String> problem = Optional.empty();

  private GoJsonDecoder(GoJsonForm.Struct form, boolean strict) {
    this.form = form;
    this.strict = strict;
  }

  /** One that passes over fields which the form lacks. */
  public static GoJsonDecoder of(GoJsonForm.Struct form) {
    return new GoJsonDecoder(form, false);
  }

  /** One for which these are a problem. */
  public static GoJsonDecoder strict(GoJsonForm.Struct form) {
    return new GoJsonDecoder(form, true);
  }

  /**
   * The fields that are there, by the names that the form has for them: a {@code String}, a {@code Map} or a {@code
   * List}.
   *
   * @throws IOException where the text does not begin with JSON; the message is Go's
   */
  public Map<String, Object> decode(byte[] json) throws IOException {
    problem = Optional.empty();
    GoJsonReader reader = GoJsonReader.ofFirst(json);
    reader.next();
    Map<String, Object> fields = new LinkedHashMap<>();
    if (is(reader, Token.OBJECT, form, "Go value")) {
      readStruct(reader, form, "", fields);
    }
    return fields;
  }

  /** What in the text last decoded is not of the form, in Go's words; only the first such thing. */
  public Optional<String> problem() {
    return problem;
  }

  /**
   * Reads the value that the reader stands at.
   *
   * @param path of the fields that lead to it
   * @param place the last of them, as Go's errors have it
   */
  private Object read(GoJsonReader json, GoJsonForm wanted, String path, String place) {
    return switch (wanted) {
      case GoJsonForm.Text text -> is(json, Token.STRING, text, place) ? json.text() : "";
      case GoJsonForm.MapOf map -> {
        Map<String, Object> values = new LinkedHashMap<>();
        if (is(json, Token.OBJECT, map, place)) {
          while (json.next() == Token.NAME) {
            String name = json.text();
            json.next();
            values.put(name, read(json, map.values(), path, place));
          }
        }
        yield values;
      }
      case GoJsonForm.ListOf list -> {
        List<Object> elements = new ArrayList<>();
        if (is(json, Token.ARRAY, list, place)) {
          while (json.next() != Token.END_ARRAY) {
            elements.add(read(json, list.elements(), path, place));
          }
        }
        yield elements;
      }
      case GoJsonForm.Struct struct -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (is(json, Token.OBJECT, struct, place)) {
          readStruct(json, struct, path, fields);
        }
        yield fields;
      }
    };
  }

  private void readStruct(GoJsonReader json, GoJsonForm.Struct struct, String path, Map<String, Object> fields) {
    String name = struct.type().substring(struct.type().lastIndexOf('.') + 1);
    while (json.next() == Token.NAME) {
      String written = json.text();
      Optional<String> field = struct.field(written);
      json.next();
      if (field.isEmpty()) {
        if (strict) {
          keep("json: unknown field " + GoQuote.quote(written));
        }
        json.skipValue();
        continue;
      }
      String whole = path.isEmpty() ? field.get() : path + "." + field.get();
      GoJsonForm wanted = struct.fields().get(field.get());
      if (json.current() != Token.NULL && wanted != null) {
        Object value = read(json, wanted, whole, "Go struct field " + name + "." + whole);
        fields.merge(field.get(), value, GoJsonDecoder::merged);
      }
    }
  }

  /** A field that is there twice is filled twice. */
  private static Object merged(Object before, Object now) {
    if (before instanceof Map<?, ?> old && now instanceof Map<?, ?> more) {
      Map<Object, Object> all = new LinkedHashMap<>(old);
      all.putAll(more);
      return all;
    }
    return now;
  }

  /** Whether the reader stands at such a value; else it goes on to the value's end. */
  private boolean is(GoJsonReader json, Token wanted, GoJsonForm asked, String place) {
    Token found = json.current();
    if (found == wanted) {
      return true;
    }
    if (found != Token.NULL) {
      keep("json: cannot unmarshal " + name(found) + " into " + place + " of type " + asked.type());
      json.skipValue();
    }
    return false;
  }

  private void keep(String what) {
    problem = problem.or(() -> Optional.of(what));
  }

  private static String name(Token value) {
    return switch (value) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case TRUE, FALSE -> "bool";
      case WHOLE, DECIMAL -> "number";
      case NULL, NAME, END, END_OBJECT, END_ARRAY -> "nothing";
    };
  }
}
