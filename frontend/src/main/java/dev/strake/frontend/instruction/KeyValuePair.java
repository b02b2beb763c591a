package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * A name and its value.
 *
 * @param delimited whether it was written with {@code =}
 */
public record KeyValuePair(String key, String value, boolean delimited) {

  /** The pairs of an instruction; at least one, none with an empty name. */
  static Outcome<List<KeyValuePair>> listOf(String instruction, Form form) {
    if (!(form instanceof Form.KeyValues(List<Form.KeyValue> written)) || written.isEmpty()) {
      return Outcome.failure(InstructionDiagnostics.atLeastOneArgument(instruction));
    }
    List<KeyValuePair> pairs = new ArrayList<>(written.size());
    for (Form.KeyValue pair : written) {
      if (pair.key().isEmpty()) {
        return Outcome.failure(InstructionDiagnostics.blankName(instruction).at(pair.text().span()));
      }
      pairs.add(new KeyValuePair(pair.key(), pair.value(), pair.delimited()));
    }
    return Outcome.success(pairs);
  }

  /** The pairs with names and values expanded. */
  static List<KeyValuePair> expanded(List<KeyValuePair> pairs, FirstFailure words) {
    List<KeyValuePair> expanded = new ArrayList<>(pairs.size());
    for (KeyValuePair pair : pairs) {
      expanded.add(new KeyValuePair(words.expand(pair.key()), words.expand(pair.value()), pair.delimited()));
    }
    return expanded;
  }

  /** The keyword and the pairs, as history shows an instruction. */
  public static String listed(String keyword, List<KeyValuePair> pairs) {
    StringBuilder text = new StringBuilder(keyword);
    pairs.forEach(pair -> text.append(' ').append(pair.key).append('=').append(pair.value));
    return text.toString();
  }

  /** {@code key=value}. */
  @Override
  public String toString() {
    return key + "=" + value;
  }
}
