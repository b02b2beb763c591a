package dev.strake.bridge.cli;

import dev.strake.llb.go.GoBool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code --attest}, {@code --sbom} and {@code --provenance} into frontend options. */
final class AttestOption {

  private static final String OPTION = "--attest";
  private static final String TYPE = "type=";
  private static final String DISABLED = "disabled=";

  private AttestOption() {}

  /** The frontend options, such as {@code attest:sbom}; the last word about a type counts. */
  static Map<String, String> frontendOptions(StepOptions given) {
    List<String> texts = new ArrayList<>(given.attests);
    Optional.ofNullable(given.sbom).ifPresent(value -> texts.add(whole("sbom", value)));
    Optional.ofNullable(given.provenance).ifPresent(value -> texts.add(whole("provenance", value)));
    Map<String, String> options = new LinkedHashMap<>();
    texts.forEach(text -> add(text, options));
    return options;
  }

  /** The value of a short option as that of {@code --attest}. */
  private static String whole(String type, String value) {
    return GoBool.parse(value)
        .value()
        .map(on -> TYPE + type + (on ? "" : "," + DISABLED + "true"))
        .orElse(TYPE + type + "," + value);
  }

  private static void add(String text, Map<String, String> options) {
    String type = "";
    boolean disabled = false;
    List<String> rest = new ArrayList<>();
    for (String field : OptionValues.fields(OPTION, text)) {
      if (field.startsWith(TYPE)) {
        type = field.substring(TYPE.length());
      } else if (field.startsWith(DISABLED)) {
        disabled = GoBool.parse(field.substring(DISABLED.length())).value().orElse(false);
      } else {
        rest.add(field);
      }
    }
    if (type.isEmpty()) {
      throw new UsageException(OPTION + "=" + text + ": the type is missing", "write type=sbom or type=provenance");
    }
    if (disabled) {
      options.remove("attest:" + type);
    } else {
      options.put("attest:" + type, String.join(",", rest));
    }
  }
}
