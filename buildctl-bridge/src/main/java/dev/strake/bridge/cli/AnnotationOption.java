package dev.strake.bridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --annotation} into the attributes of exporters. */
final class AnnotationOption {

  private static final String OPTION = "--annotation";
  private static final Pattern PLACE =
      Pattern.compile("(index|manifest|index-descriptor|manifest-descriptor)(\\[[^\\]]+\\])?");

  private AnnotationOption() {}

  /** The attributes, such as {@code annotation-index.NAME}. */
  static Map<String, String> attributes(List<String> texts) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String text : texts) {
      Map.Entry<String, String> pair = OptionValues.pair(OPTION, text);
      int colon = pair.getKey().indexOf(':');
      String name = pair.getKey().substring(colon + 1);
      for (String place : colon < 0 ? List.of("") : List.of(pair.getKey().substring(0, colon).split(","))) {
        attributes.put(key(text, place) + "." + name, pair.getValue());
      }
    }
    return attributes;
  }

  private static String key(String text, String place) {
    if (place.isEmpty()) {
      return "annotation";
    }
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      throw new UsageException(
          OPTION + "=" + text + ": there is no place \"" + place + "\"",
          "the places are index, manifest, index-descriptor, manifest-descriptor, each with [PLATFORM] if need be");
    }
    return "annotation-" + place;
  }
}
