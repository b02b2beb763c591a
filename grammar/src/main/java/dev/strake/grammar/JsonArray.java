package dev.strake.grammar;

import dev.strake.grammar.source.Span;
import dev.strake.grammar.source.Utf8Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array as the exec form of an instruction has it, read as Go's {@code encoding/json} reads it.
 *
 * @param elements the strings in it
 * @param misfit the first element that is no string; when there is one, {@code elements} ends in front of it
 */
public record JsonArray(List<String> elements, Optional<Span> misfit) {

  public JsonArray {
    elements = List.copyOf(elements);
  }

  /** Whether Go's decoder would take the whole text as an array. */
  public static boolean isArray(String text) {
    if (!text.startsWith("[")) {
      return false;
    }
    JsonScanner json = new JsonScanner(text);
    int end = json.skipValue(0, 0);
    return end != JsonScanner.INVALID && json.skipSpace(end) == json.length();
  }

  /**
   * The array that a text {@linkplain #isArray is}.
   *
   * @param limit how many elements to keep; of a larger array one more is kept, and the others are left out
   */
  public static JsonArray decode(String text, int limit) {
    JsonScanner json = new JsonScanner(text);
    List<String> elements = new ArrayList<>();
    Optional<Span> misfit = Optional.empty();
    int at = json.skipSpace(1);
    while (json.at(at) != ']' && misfit.isEmpty() && elements.size() <= limit) {
      boolean string = json.at(at) == '"';
      int end = string ? json.skipString(at) : json.skipValue(at, 1);
      if (string) {
        elements.add(Utf8Escapes.replaced(json.decode(at, end)));
      } else {
        misfit = Optional.of(new Span(at, end));
      }
      at = json.skipSpace(end);
      at = json.at(at) == ',' ? json.skipSpace(at + 1) : at;
    }
    return new JsonArray(elements, misfit);
  }
}
