package dev.strake.bridge.option;

import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoStrings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values of the form {@code key=value,key=value}. */
public final class KeyedFields {

  private static final String FORM = "write key=value,key=value; \"key=a,b\" keeps a comma";

  private KeyedFields() {}

  /**
   * The fields, in order, keys in lower case; of a key that comes twice the last value.
   *
   * @throws OptionException where one is no pair
   */
  public static Map<String, String> of(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String field : fields(text)) {
      Map.Entry<String, String> pair =
          NamedValues.of(field).orElseThrow(() -> new OptionException("invalid value " + field, FORM));
      pairs.put(GoStrings.toLower(pair.getKey()), pair.getValue());
    }
    return pairs;
  }

  /**
   * The fields as they are.
   *
   * @throws OptionException where quotes do not match
   */
  public static List<String> fields(String text) {
    try {
      return GoCsv.fields(text);
    } catch (IllegalArgumentException e) {
      throw new OptionException(String.valueOf(e.getMessage()), FORM);
    }
  }
}
