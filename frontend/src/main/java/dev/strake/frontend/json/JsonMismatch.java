package dev.strake.frontend.json;

import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import java.util.Optional;

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
  public static void expect(GoJsonReader parser, Token due, String target) {
    find(parser, due, target).ifPresent(
        mismatch -> {
          throw mismatch;
        });
  }

  /** The same as a value: absent where the parser stands at {@code due}. */
  public static Optional<JsonMismatch> find(GoJsonReader parser, Token due, String target) {
    return parser.current() == due
        ? Optional.empty()
        : Optional.of(new JsonMismatch(kind(parser.current()), target));
  }

  /** The number that the parser stands at has no place in the target: it is no integer, or too large a one. */
  public static JsonMismatch number(GoJsonReader parser, String target) {
    return new JsonMismatch("number " + parser.text(), target);
  }

  private static String kind(Token token) {
    return switch (token) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case TRUE, FALSE -> "bool";
      case WHOLE, DECIMAL -> "number";
      case NULL, NAME, END_ARRAY, END_OBJECT, END ->
          throw new IllegalArgumentException(token + " begins no value that can mismatch");
    };
  }
}
