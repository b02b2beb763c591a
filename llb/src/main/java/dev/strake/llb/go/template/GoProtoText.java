package dev.strake.llb.go.template;

import dev.strake.llb.go.GoQuote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A protocol's message as Go prints it: in one line, without the fields that have nothing in them. */
public final class GoProtoText {

  /** Go puts one space or two, which is another with each build of a program. */
  private static final String SPACE = "  ";

  private GoProtoText() {}

  /** The fields of a message, such as {@code digest:"sha256:..."  size:7}. */
  public static String of(GoValue.Struct message) {
    List<String> texts = new ArrayList<>();
    for (GoValue.Field field : message.fields()) {
      add(texts, field.json(), field.value());
    }
    return String.join(SPACE, texts);
  }

  private static void add(List<String> texts, String name, GoValue value) {
    switch (value) {
      case GoValue.Slice slice -> slice.elements().forEach(element -> texts.add(name + ":" + element(element)));
      case GoValue.Mapping map -> {
        boolean numbers = map.type().startsWith("map[int64]");
        map.entries().forEach(
            (key, of) -> {
              String shown = numbers ? key : GoQuote.quote(key);
              texts.add(name + ":{key:" + shown + SPACE + "value:" + element(of) + "}");
            });
      }
      default -> {
        if (value.isTrue()) {
          texts.add(name + ":" + element(value));
        }
      }
    }
  }

  private static String element(GoValue value) {
    return switch (value) {
      case GoValue.Struct message -> "{" + of(message) + "}";
      case GoValue.Text(String text) -> GoQuote.quote(text);
      case GoValue.Bytes(byte[] data) -> GoQuote.quote(new String(data, StandardCharsets.UTF_8));
      default -> GoFormat.value(value);
    };
  }
}
