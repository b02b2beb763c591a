package dev.strake.grammar;

import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array as the exec form of an instruction has it, read as Go's {@code encoding/json} reads it.
 *
 * @param elements the strings in it
 * @param spans where each string stands in the text, quotes included
 * @param misfit the first element that is no string; when there is one, {@code elements} ends in front of it
 */
public record JsonArray(List<String> elements, List<Span> spans, Optional<Span> misfit) {

  public JsonArray {
    elements = List.copyOf(elements);
    spans = List.copyOf(spans);
  }

  /** The array that the text is; empty when Go's decoder would not take the whole of it. */
  public static Optional<JsonArray> read(String text) {
    if (text.isEmpty() || text.charAt(0) != '[') {
      return Optional.empty();
    }
    JsonScanner json = new JsonScanner(text);
    List<String> elements = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    Optional<Span> misfit = Optional.empty();
    int at = json.skipSpace(1);
    boolean more = json.at(at) != ']';
    while (more) {
      boolean string = json.at(at) == '"';
      int end = string ? json.skipString(at) : json.skipValue(at, 1);
      if (end == JsonScanner.INVALID) {
        return Optional.empty();
      }
      if (misfit.isEmpty()) {
        if (string) {
          elements.add(json.decode(at, end));
          spans.add(new Span(at, end));
        } else {
          misfit = Optional.of(new Span(at, end));
        }
      }
      at = json.skipSpace(end);
      more = json.at(at) == ',';
      at = more ? json.skipSpace(at + 1) : at;
    }
    boolean whole = json.at(at) == ']' && json.skipSpace(at + 1) == json.length();
    return whole ? Optional.of(new JsonArray(elements, spans, misfit)) : Optional.empty();
  }
}
