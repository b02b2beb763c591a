package dev.strake.bridge.control;

import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a source policy from JSON, in the form of {@code buildctl --source-policy-file}. */
public final class SourcePolicyJson {

  private SourcePolicyJson() {}

  /**
   * Reads a policy. Enumerations may be names or numbers; fields that are not known are passed over.
   *
   * @throws IOException when it is no JSON, or a value is not of its field's kind
   */
  public static SourcePolicy read(byte[] json) throws IOException {
    GoJsonReader parser = GoJsonReader.of(json);
    parser.next();
    Fields fields = new Fields();
    long[] version = {0};
    List<SourcePolicy.Rule> rules = new ArrayList<>();
    fields.on("version", () -> version[0] = parser.number64());
    fields.on("rules", () -> list(parser, () -> rules.add(rule(parser))));
    fields.read(parser);
    return new SourcePolicy(version[0], rules);
  }

  private static SourcePolicy.Rule rule(GoJsonReader parser) throws IOException {
    SourcePolicy.Action[] action = {SourcePolicy.Action.ALLOW};
    List<SourcePolicy.Selector> selector = new ArrayList<>();
    List<SourcePolicy.Update> update = new ArrayList<>();
    Fields fields = new Fields();
    fields.on("action", () -> action[0] = constant(parser, SourcePolicy.Action.values(), "PolicyAction"));
    fields.on("selector", () -> selector.add(selector(parser)));
    fields.on("updates", () -> update.add(update(parser)));
    fields.read(parser);
    return new SourcePolicy.Rule(action[0], last(selector), last(update));
  }

  private static SourcePolicy.Selector selector(GoJsonReader parser) throws IOException {
    String[] identifier = {""};
    SourcePolicy.Match[] match = {SourcePolicy.Match.WILDCARD};
    List<SourcePolicy.Constraint> constraints = new ArrayList<>();
    Fields fields = new Fields();
    fields.on("identifier", () -> identifier[0] = text(parser));
    fields.on("match_type", () -> match[0] = constant(parser, SourcePolicy.Match.values(), "MatchType"));
    fields.on("constraints", () -> list(parser, () -> constraints.add(constraint(parser))));
    fields.read(parser);
    return new SourcePolicy.Selector(identifier[0], match[0], constraints);
  }

  private static SourcePolicy.Constraint constraint(GoJsonReader parser) throws IOException {
    String[] key = {""};
    String[] value = {""};
    SourcePolicy.Condition[] condition = {SourcePolicy.Condition.EQUAL};
    Fields fields = new Fields();
    fields.on("key", () -> key[0] = text(parser));
    fields.on("value", () -> value[0] = text(parser));
    fields.on("condition", () -> condition[0] = constant(parser, SourcePolicy.Condition.values(), "AttrMatch"));
    fields.read(parser);
    return new SourcePolicy.Constraint(key[0], value[0], condition[0]);
  }

  private static SourcePolicy.Update update(GoJsonReader parser) throws IOException {
    String[] identifier = {""};
    Map<String, String> attributes = new HashMap<>();
    Fields fields = new Fields();
    fields.on("identifier", () -> identifier[0] = text(parser));
    fields.on("attrs", () -> attributes(parser, attributes));
    fields.read(parser);
    return new SourcePolicy.Update(identifier[0], attributes);
  }

  private static void attributes(GoJsonReader parser, Map<String, String> attributes) throws IOException {
    require(parser, Token.OBJECT);
    while (parser.next() == Token.NAME) {
      String key = parser.text();
      parser.next();
      attributes.put(key, text(parser));
    }
  }

  private static <T> Optional<T> last(List<T> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  private static String text(GoJsonReader parser) throws IOException {
    require(parser, Token.STRING);
    return parser.text();
  }

  private static <T extends Enum<T>> T constant(GoJsonReader parser, T[] values, String type) throws IOException {
    if (parser.current() == Token.WHOLE) {
      int number = parser.number32();
      if (number >= 0 && number < values.length) {
        return values[number];
      }
      throw new IOException("invalid " + type + " value: " + number);
    }
    String name = text(parser);
    for (T value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    // The first value stands for the kind, as it does in the reference.
    throw new IOException("unrecognized enum " + values[0] + " value " + GoQuote.quote(name));
  }

  private static void list(GoJsonReader parser, Step element) throws IOException {
    require(parser, Token.ARRAY);
    while (parser.next() != Token.END_ARRAY) {
      element.run();
    }
  }

  private static void require(GoJsonReader parser, Token token) throws IOException {
    if (parser.current() != token) {
      throw new IOException("a source policy has " + token + " where there is " + parser.text());
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /** What to do at each field of an object. As in Go, the case of a name does not matter. */
  private static final class Fields {
    private final Map<String, Step> steps = new HashMap<>();

    void on(String name, Step step) {
      steps.put(name, step);
    }

    void read(GoJsonReader parser) throws IOException {
      require(parser, Token.OBJECT);
      while (parser.next() == Token.NAME) {
        Step step = steps.get(parser.text().toLowerCase(Locale.ROOT));
        Token value = parser.next();
        if (step == null || value == Token.NULL) {
          parser.skipValue();
        } else {
          step.run();
        }
      }
    }
  }
}
