package dev.strake.bridge.testing;

import dev.strake.bridge.content.JsonTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A JSON object whose parts tests ask for; what is not there is empty. */
public record Json(Map<?, ?> fields) {

  public static Json read(byte[] json) throws IOException {
    return new Json(JsonTree.readObject(json));
  }

  /** The text of a field. */
  public String text(String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  /** The object of a field. */
  public Json at(String name) {
    return new Json(fields.get(name) instanceof Map<?, ?> object ? object : Map.of());
  }

  /** The objects in a field's list. */
  public List<Json> list(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(Map.class::cast).map(Json::new).toList()
        : List.of();
  }

  /** The texts in a field's list. */
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
