package dev.strake.frontend.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** JSON that is well-formed and yet not what is due, in the words of Go's {@code encoding/json}. */
public final class JsonMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private JsonMismatch(String found, String target) {
    super("json: cannot unmarshal " + found + " into Go " + target, null, false, false);
  }

  /**
   * Throws a mismatch unless the parser stands at {@code due}.
   *
   * @param parser stands at a value's first token
   * @param target what is due in Go's words, such as {@code value of type string}
   */
  public static void expect(JsonParser parser, JsonToken due, String target) {
    if (parser.currentToken() != due) {
      throw new JsonMismatch(kind(parser.currentToken()), target);
    }
  }

  /** The number that the parser stands at has no place in the target, being no integer. */
  public static JsonMismatch number(JsonParser parser, String target) throws IOException {
    return new JsonMismatch("number " + parser.getText(), target);
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_TRUE, VALUE_FALSE -> "bool";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE ->
          throw new IllegalArgumentException(token + " begins no value that can mismatch");
    };
  }
}
