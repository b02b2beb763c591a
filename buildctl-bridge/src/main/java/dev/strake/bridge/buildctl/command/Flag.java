package dev.strake.bridge.buildctl.command;

import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.GoFloat;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A flag.
 *
 * @param names without dashes, the long one first
 * @param usage one line for the help
 * @param value what it is where it is not given; empty for the kind's zero
 * @param persistent whether subcommands take it too
 */
public record Flag(Kind kind, List<String> names, String usage, String value, boolean persistent) {

  /** What a flag takes. */
  public enum Kind {
    /** Nothing, or {@code =true} and the like. */
    SWITCH(""),
    TEXT(" string"),
    /** A text each time that it is given. */
    TEXTS(" string"),
    INTEGER(" int"),
    DECIMAL(" float"),
    /** As Go writes durations. */
    DURATION(" duration");

    private final String placeholder;

    Kind(String placeholder) {
      this.placeholder = placeholder;
    }
  }

  public Flag {
    names = List.copyOf(names);
  }

  /** A flag of one command. */
  public static Flag of(Kind kind, String name, String usage) {
    return new Flag(kind, List.of(name), usage, "", false);
  }

  /** The same with one letter as a second name. */
  public Flag or(String letter) {
    return new Flag(kind, Stream.concat(names.stream(), Stream.of(letter)).toList(), usage, value, persistent);
  }

  /** The same with another value where it is not given. */
  public Flag withDefault(String text) {
    return new Flag(kind, names, usage, text, persistent);
  }

  /** The same for subcommands too. */
  public Flag forAll() {
    return new Flag(kind, names, usage, value, true);
  }

  String name() {
    return names.getFirst();
  }

  /** What is wrong with a value; empty where nothing is. */
  String refusal(String text) {
    GoResult<?> read =
        switch (kind) {
          case SWITCH -> GoBool.parse(text);
          case TEXT, TEXTS -> GoResult.of(text);
          case INTEGER -> GoInt.parseInt(text, 0, Long.SIZE);
          case DECIMAL -> GoFloat.parse(text);
          case DURATION -> GoDuration.parse(text);
        };
    return kind == Kind.SWITCH && !read.errorMessage().isEmpty() ? "parse error" : read.errorMessage();
  }

  /** The names as the help shows them. */
  String synopsis() {
    List<String> forms = new ArrayList<>();
    names.forEach(name -> forms.add(dashed(name) + kind.placeholder));
    String once = String.join(", ", forms);
    return kind == Kind.TEXTS ? once + " [ " + once + " ]" : once;
  }

  /** The usage and the default as the help shows them. */
  String explanation() {
    String shown =
        switch (kind) {
          case SWITCH, TEXTS -> "";
          case TEXT -> value.isEmpty() ? "" : GoQuote.quote(value);
          case INTEGER, DECIMAL -> value.isEmpty() ? "0" : value;
          case DURATION -> value.isEmpty() ? "0s" : value;
        };
    return shown.isEmpty() ? usage : usage + " (default: " + shown + ")";
  }

  static String dashed(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }
}
