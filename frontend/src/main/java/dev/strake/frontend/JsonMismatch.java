package dev.strake.frontend;

import com.fasterxml.jackson.core.JsonToken;

/** JSON that is well-formed and yet not what is due, in the words of Go's {@code encoding/json}. */
public final class JsonMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A mismatch.
   *
   * @param found what a value begins with
   * @param target what is due, such as {@code value of type string}
   */
  public JsonMismatch(JsonToken found, String target) {
    super("json: cannot unmarshal " + kind(found) + " into Go " + target, null, false, false);
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
