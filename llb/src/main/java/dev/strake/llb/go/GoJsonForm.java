package dev.strake.llb.go;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The type of a Go value that JSON is decoded into, as far as strings go. Immutable. */
public sealed interface GoJsonForm {

  /** As Go's errors name it. */
  String type();

  /** A {@code string}. */
  record Text() implements GoJsonForm {
    @Override
    public String type() {
      return "string";
    }
  }

  /** A map from strings. */
  record MapOf(GoJsonForm values) implements GoJsonForm {
    @Override
    public String type() {
      return "map[string]" + values.type();
    }
  }

  /** A slice. */
  record ListOf(GoJsonForm elements) implements GoJsonForm {
    @Override
    public String type() {
      return "[]" + elements.type();
    }
  }

  /**
   * A struct.
   *
   * @param type its name behind that of its package
   * @param fields by the names that JSON has for them
   */
  record Struct(String type, Map<String, GoJsonForm> fields) implements GoJsonForm {
    public Struct {
      fields = Map.copyOf(fields);
    }

    /** The name of the field that a name in JSON means: the same one, or else one that differs in case only. */
    Optional<String> field(String name) {
      return fields.containsKey(name)
          ? Optional.of(name)
          : fields.keySet().stream().filter(field -> folded(field).equals(folded(name))).findFirst();
    }

    /** Unicode's simple folding, as far as it leads into ASCII. */
    private static String folded(String name) {
      return name.replace('\u017f', 's').replace('\u212a', 'k').toLowerCase(Locale.ROOT);
    }

    /** One with a field for each name, all of one form. */
    public static Struct of(String type, List<String> names, GoJsonForm form) {
      return new Struct(
          type, names.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> form)));
    }
  }
}
