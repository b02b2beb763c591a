package dev.strake.grammar;

import java.util.List;
import java.util.Locale;

/** The instructions' names, and what the lexer has to know of each: whether it takes an array, and heredocs. */
public final class Keywords {

  private record Keyword(String name, int type) {}

  // The most used first, for they are looked for one by one.
  private static final List<Keyword> ALL =
      List.of(
          new Keyword("run", DockerfileLexer.RUN),
          new Keyword("copy", DockerfileLexer.COPY),
          new Keyword("env", DockerfileLexer.ENV),
          new Keyword("from", DockerfileLexer.FROM),
          new Keyword("arg", DockerfileLexer.ARG),
          new Keyword("workdir", DockerfileLexer.WORKDIR),
          new Keyword("cmd", DockerfileLexer.CMD),
          new Keyword("entrypoint", DockerfileLexer.ENTRYPOINT),
          new Keyword("add", DockerfileLexer.ADD),
          new Keyword("label", DockerfileLexer.LABEL),
          new Keyword("expose", DockerfileLexer.EXPOSE),
          new Keyword("user", DockerfileLexer.USER),
          new Keyword("volume", DockerfileLexer.VOLUME),
          new Keyword("healthcheck", DockerfileLexer.HEALTHCHECK),
          new Keyword("shell", DockerfileLexer.SHELL),
          new Keyword("stopsignal", DockerfileLexer.STOPSIGNAL),
          new Keyword("onbuild", DockerfileLexer.ONBUILD),
          new Keyword("maintainer", DockerfileLexer.MAINTAINER));

  private static final List<String> NAMES = ALL.stream().map(each -> each.name.toUpperCase(Locale.ROOT)).toList();

  private Keywords() {}

  /** The names in capitals, the most used first. */
  public static List<String> names() {
    return NAMES;
  }

  /** The token type of the keyword {@code [from, to)} of a text, whose case does not matter. */
  static int typeOf(CharSequence text, int from, int to) {
    for (int i = 0; i < ALL.size(); i++) {
      Keyword keyword = ALL.get(i);
      if (matches(keyword.name, text, from, to)) {
        return keyword.type;
      }
    }
    return DockerfileLexer.UNKNOWN_KEYWORD;
  }

  private static boolean matches(String name, CharSequence text, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      // As in Go, a letter that is not ASCII may have an ASCII letter as its lower case: the Kelvin sign, a dotted I.
      if (Character.toLowerCase(text.charAt(from + i)) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the instruction's arguments may be a JSON array. */
  static boolean takesArray(int type) {
    return switch (type) {
      case DockerfileLexer.ADD,
          DockerfileLexer.CMD,
          DockerfileLexer.COPY,
          DockerfileLexer.ENTRYPOINT,
          DockerfileLexer.RUN,
          DockerfileLexer.SHELL,
          DockerfileLexer.VOLUME ->
          true;
      default -> false;
    };
  }

  /** Whether the instruction may open heredocs, if its arguments are no array. */
  static boolean takesHeredocs(int type) {
    return type == DockerfileLexer.RUN || type == DockerfileLexer.COPY || type == DockerfileLexer.ADD;
  }
}
