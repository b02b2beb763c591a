package dev.strake.bridge.option;

import dev.strake.llb.go.GoQuote;
import java.util.List;
import java.util.Set;

/** Looks at {@code --allow}. */
public final class AllowOption {

  private static final String DEVICE = "device";
  private static final Set<String> KNOWN = Set.of("security.insecure", "network.host", DEVICE);

  private static final String FORM = "write network.host, security.insecure, device or device=NAME[,alias=NAME]";

  private AllowOption() {}

  /**
   * Returns the value where it names an entitlement that there is.
   *
   * @throws OptionException where it does not
   */
  public static String requireKnown(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    boolean device = name.equals(DEVICE);
    if (device && equals >= 0 && equals + 1 < text.length()) {
      requireDevice(text.substring(equals + 1));
    }
    if (!KNOWN.contains(device ? name : text)) {
      throw new OptionException("unknown entitlement " + text, FORM);
    }
    return text;
  }

  private static void requireDevice(String text) {
    List<String> fields = KeyedFields.fields(text);
    for (String field : fields.subList(1, fields.size())) {
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw new OptionException("invalid device config " + GoQuote.quote(field), FORM);
      }
      if (!field.startsWith("alias=")) {
        throw new OptionException("unknown device config key " + GoQuote.quote(field.substring(0, equals)), FORM);
      }
    }
  }
}
