package dev.strake.frontend.bombs;

import dev.strake.frontend.options.CompileLimits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Dockerfiles of absurd size or depth, each by its name. A bomb writes itself to a file, so that whoever reads it has
 * it in memory only once.
 */
final class Bombs {

  private static final int MEBI = 1 << 20;
  private static final int MANY = 50_000;

  /** A number of pieces of text, one after the other. */
  interface Text {
    void write(Writer out) throws IOException;
  }

  private Bombs() {}

  /** All bombs. */
  static Map<String, Text> all() {
    Map<String, Text> bombs = new LinkedHashMap<>();
    addFiles(bombs);
    addLines(bombs);
    addInstructions(bombs);
    addSettings(bombs);
    addStages(bombs);
    addVariables(bombs);
    addGrowth(bombs);
    addWideValues(bombs);
    addDepth(bombs);
    addMistakes(bombs);
    return bombs;
  }

  static void write(Text bomb, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      bomb.write(out);
    }
  }

  /** The format, with each number below {@code times} in it, and the number's successor as the second argument. */
  private static Text repeat(int times, String format) {
    return out -> {
      for (int i = 0; i < times; i++) {
        out.write(format.replace("%2", Integer.toString(i + 1)).replace("%", Integer.toString(i)));
      }
    };
  }

  private static Text text(String text) {
    return out -> out.write(text);
  }

  private static Text all(Text... parts) {
    return out -> {
      for (Text part : parts) {
        part.write(out);
      }
    };
  }

  private static Text from(Text... rest) {
    return all(text("FROM scratch\n"), all(rest));
  }

  /** Behind {@code head} the unit, until the line has so many characters. */
  private static Text line(String head, String unit, int length) {
    return all(text(head), repeat(length / unit.replace("%", "00000").length(), unit), text("\n"));
  }

  private static void addFiles(Map<String, Text> bombs) {
    bombs.put("64 MiB of comments", from(repeat(MEBI, "# " + "c".repeat(61) + "\n")));
    bombs.put("64 MiB of one RUN", from(text("RUN a"), repeat(MEBI, " \\\n" + "r".repeat(61))));
    bombs.put("64 MiB of line ends", repeat(64 * MEBI, "\n"));
    bombs.put("15 MiB of comments", from(repeat(15 * MEBI / 64, "# " + "c".repeat(61) + "\n")));
    bombs.put("15 MiB of line ends", from(repeat(15 * MEBI, "\n")));
    bombs.put("15 MiB of one RUN", from(text("RUN a"), repeat(15 * MEBI / 64, " \\\n" + "r".repeat(61))));
    bombs.put(
        "15 MiB of comments in a RUN",
        from(text("RUN a \\\n"), repeat(15 * MEBI / 64, "#" + "c".repeat(62) + "\n")));
    bombs.put("15 MiB of bytes beyond ASCII", from(repeat(15 * MEBI / 64, "# " + "\u00e9".repeat(30) + "\n")));
    bombs.put(
        "16 MiB in one heredoc",
        from(text("RUN <<E\n"), repeat(16 * MEBI / 64 - 1, "h".repeat(63) + "\n"), text("E\n")));
    bombs.put(
        "15 MiB in one heredoc of a COPY",
        from(text("COPY <<E /f\n"), repeat(15 * MEBI / 64, "$h" + "h".repeat(61) + "\n"), text("E\n")));
    bombs.put("15 MiB in a heredoc of wide characters",
        from(text("COPY <<E /f\n"), repeat(15 * MEBI / 64, "\u4e2d".repeat(21) + "\n"), text("E\n")));
    bombs.put("a heredoc without end", from(text("RUN <<E\n"), repeat(15 * MEBI / 2, "h\n")));
    bombs.put("an empty heredoc of many lines", from(text("COPY <<E /f\n"), repeat(15 * MEBI, "\n"), text("E\n")));
  }

  private static void addLines(Map<String, Text> bombs) {
    bombs.put("a million characters in a line", from(line("RUN ", "x", 1_000_000)));
    bombs.put("a million characters in a comment", from(line("# ", "x", 1_000_000)));
    bombs.put("words in a line", from(line("RUN ", "x ", 65_000)));
    bombs.put("variables in a line", from(line("ENV a=", "$a", 65_000)));
    bombs.put("heredocs in a line", from(line("RUN ", "<<E ", 65_000)));
    bombs.put("flags in a line", from(line("RUN ", "--network=none ", 65_000)));
    bombs.put("mounts in a line", from(line("RUN ", "--mount=target=/ ", 65_000)));
    bombs.put("options of a mount", from(line("RUN --mount=type=cache", ",target=/a", 65_000)));
    bombs.put("quotes in a line", from(line("ENV a=", "\"'\"'", 65_000)));
    bombs.put("elements of an array", from(line("RUN [\"a\"", ",\"b\"", 65_000), text("]\n")));
    bombs.put("labels in a line", from(line("LABEL", " a=b", 65_000)));
    bombs.put("ports in a line", from(line("EXPOSE", " 1-65535", 65_000)));
    bombs.put("volumes in a line", from(line("VOLUME", " /a", 65_000)));
    bombs.put("sources in a line", from(line("COPY", " a", 65_000)));
    bombs.put("platform of a line", line("FROM --platform=", "linux/", 65_000));
  }

  private static void addInstructions(Map<String, Text> bombs) {
    bombs.put("100,000 instructions", from(repeat(100_000, "RUN --mount=type=cache,target=/c% echo %\n")));
    bombs.put("100,000 stages in a chain", all(text("FROM scratch AS s0\n"), repeat(100_000, "FROM s% AS s%2\n")));
    bombs.put("RUN", from(repeat(MANY - 2, "RUN echo %\n")));
    bombs.put("RUN with a mount", from(repeat(MANY - 2, "RUN --mount=type=cache,target=/c% echo %\n")));
    bombs.put("RUN with a heredoc", from(repeat(MANY - 2, "RUN <<E\n%\nE\n")));
    bombs.put("RUN with a secret", from(repeat(MANY - 2, "RUN --mount=type=secret,id=s%,env=S% a\n")));
    bombs.put("RUN in exec form", from(repeat(MANY - 2, "RUN [\"a\", \"%\"]\n")));
    bombs.put("COPY", from(repeat(MANY - 2, "COPY f% /d/\n")));
    bombs.put("COPY --link", from(repeat(MANY - 2, "COPY --link f% /d/\n")));
    bombs.put("COPY of a heredoc", from(repeat(MANY - 2, "COPY <<E /f%\n%\nE\n")));
    bombs.put("COPY from images", from(repeat(MANY - 2, "COPY --from=i% f /d/\n")));
    bombs.put("ADD", from(repeat(MANY - 2, "ADD http://h/% /d/\n")));
    bombs.put("ADD from git", from(repeat(MANY - 2, "ADD https://github.com/a/b%.git /d/\n")));
  }

  private static void addSettings(Map<String, Text> bombs) {
    bombs.put("ENV", from(repeat(MANY - 2, "ENV A%=%\n")));
    bombs.put("ENV and RUN", from(repeat(MANY / 2 - 1, "ENV A%=%\nRUN a\n")));
    bombs.put("ENV of one name and RUN", from(repeat(MANY / 2 - 1, "ENV A=%\nRUN a\n")));
    bombs.put("ARG", from(repeat(MANY - 2, "ARG A%=%\n")));
    bombs.put("ARG and RUN", from(repeat(MANY / 2 - 1, "ARG A%=%\nRUN a\n")));
    bombs.put("global ARG", all(repeat(MANY - 2, "ARG A%=%\n"), text("FROM scratch\nRUN a\n")));
    bombs.put(
        "chained ARG",
        all(text("ARG A0=a\n"), repeat(MANY - 4, "ARG A%2=${A%}\n"), text("FROM scratch\nRUN a\n")));
    bombs.put("LABEL", from(repeat(MANY - 2, "LABEL l%=%\n")));
    bombs.put("EXPOSE", from(repeat(MANY - 2, "EXPOSE %\n")));
    bombs.put("VOLUME", from(repeat(MANY - 2, "VOLUME /v%\n")));
    bombs.put("USER", from(repeat(MANY - 2, "USER u%\n")));
    bombs.put("WORKDIR", from(repeat(MANY - 2, "WORKDIR /w%\n")));
    bombs.put("CMD", from(repeat(MANY - 2, "CMD c%\n")));
    bombs.put("ENTRYPOINT", from(repeat(MANY - 2, "ENTRYPOINT [\"c%\"]\n")));
    bombs.put("SHELL", from(repeat(MANY - 2, "SHELL [\"s%\"]\n")));
    bombs.put("STOPSIGNAL", from(repeat(MANY - 2, "STOPSIGNAL SIGTERM\n")));
    bombs.put("HEALTHCHECK", from(repeat(MANY - 2, "HEALTHCHECK CMD h%\n")));
    bombs.put("MAINTAINER", from(repeat(MANY - 2, "MAINTAINER m%\n")));
    bombs.put("ONBUILD", all(text("FROM scratch AS a\n"), repeat(MANY - 3, "ONBUILD RUN %\n"), text("FROM a\n")));
  }

  private static void addStages(Map<String, Text> bombs) {
    bombs.put(
        "stages in a chain",
        all(text("FROM scratch AS s0\n"), repeat(MANY - 2, "FROM s% AS s%2\n"), text("RUN a\n")));
    bombs.put(
        "stages in a chain with RUN",
        all(text("FROM scratch AS s0\n"), repeat(MANY / 2 - 2, "FROM s% AS s%2\nRUN a\n")));
    bombs.put(
        "stages not needed",
        all(repeat(MANY / 2 - 1, "FROM scratch AS s%\nRUN %\n"), text("FROM scratch\nCOPY a b\n")));
    bombs.put(
        "fan-in",
        all(
            repeat(MANY / 2 - 1, "FROM scratch AS s%\n"),
            text("FROM scratch\n"),
            repeat(MANY / 2 - 1, "COPY --from=s% a /b%\n")));
    bombs.put("images", repeat(MANY - 1, "FROM i%\n"));
    bombs.put(
        "needed images within the limit",
        from(repeat(CompileLimits.DEFAULT.images() - 1, "COPY --from=i% f /d/\n")));
    bombs.put(
        "triggers of stages in a chain",
        all(text("FROM scratch AS s0\n"), repeat(MANY / 2 - 2, "FROM s% AS s%2\nONBUILD RUN a%\n"), text("RUN a\n")));
    bombs.put(
        "many variables in many stages",
        all(
            text("FROM scratch AS s0\n"),
            repeat(5_000, "ENV A%=%\n"),
            repeat(5_000, "FROM s% AS s%2\n"),
            text("RUN a\n")));
  }

  private static void addVariables(Map<String, Text> bombs) {
    Text first = text("FROM scratch AS s0\n");
    bombs.put(
        "a variable in each stage",
        all(first, repeat(MANY / 2 - 2, "FROM s% AS s%2\nENV A%=%\n"), text("RUN a\n")));
    bombs.put(
        "a variable again in each stage",
        all(first, repeat(MANY / 2 - 2, "FROM s% AS s%2\nENV A=%\n"), text("RUN a\n")));
    bombs.put(
        "an argument and a variable in each stage",
        all(first, repeat(MANY / 3 - 2, "FROM s% AS s%2\nARG B\nENV A%=%\n"), text("RUN a\n")));
  }

  private static void addGrowth(Map<String, Text> bombs) {
    bombs.put("WORKDIR that grows", from(repeat(MANY - 2, "WORKDIR d%\n")));
    bombs.put("ENV that grows", from(text("ENV a=x\n"), repeat(MANY - 3, "ENV a=${a}x\n")));
    bombs.put("ENV that doubles", from(text("ENV a=x\n"), repeat(100, "ENV a=$a$a\n")));
    bombs.put(
        "ENV that doubles, and RUN",
        from(text("ENV a=x\n"), repeat(21, "ENV a=$a$a\n"), repeat(1_000, "RUN a\n")));
    bombs.put("ARG that doubles", all(text("ARG a=x\n"), repeat(100, "ARG a=$a$a\n"), text("FROM scratch\n")));
  }

  private static void addWideValues(Map<String, Text> bombs) {
    Text value = text("ENV a=" + "x".repeat(50_000) + "\n");
    bombs.put("labels of 50 KB", from(value, repeat(10_000, "LABEL l%=$a\n")));
    bombs.put("variables of 50 KB", from(value, repeat(10_000, "ENV l%=$a\n")));
    bombs.put("arguments of 50 KB", from(text("ARG a=" + "x".repeat(50_000) + "\n"), repeat(10_000, "ARG l%=$a\n")));
    bombs.put("sources of 50 KB", from(value, repeat(10_000, "COPY ${a}%  /d/\n")));
    bombs.put("directories of 50 KB", from(value, repeat(10_000, "WORKDIR /${a}%\n")));
    bombs.put("users of 50 KB", from(value, repeat(10_000, "USER ${a}%\n")));
    bombs.put("volumes of 50 KB", from(value, repeat(10_000, "VOLUME /${a}%\n")));
    bombs.put("mounts of 50 KB", from(value, repeat(10_000, "RUN --mount=type=cache,target=/${a}% a\n")));
    bombs.put("names of steps of 50 KB", from(value, repeat(10_000, "RUN echo ${a}%\n")));
    bombs.put(
        "heredocs of 50 KB", from(value, repeat(10_000, "COPY <<E /d%\n$a\nE\n")));
    bombs.put("ports in a range", from(repeat(1_000, "EXPOSE 1-65535\n")));
    bombs.put(
        "replacement that grows",
        from(text("ENV a=" + "x".repeat(2_000) + "\n"), text("ENV b=${a//x/$a}\n"), text("ENV c=${b//x/$a}\n")));
    bombs.put(
        "wide platform and stages",
        all(text("FROM scratch AS s0\n"), value, repeat(10_000, "FROM s% AS s%2\nRUN a\n")));
  }

  private static void addDepth(Map<String, Text> bombs) {
    int depth = 65_000 / 6;
    bombs.put("defaults in defaults", from(text("ENV a=" + "${a:-".repeat(depth) + "}".repeat(depth) + "\n")));
    bombs.put("a default in a default without end", from(text("ENV a=" + "${a:-".repeat(depth) + "\n")));
    bombs.put("patterns in patterns", from(text("ENV a=" + "${a##".repeat(depth) + "}".repeat(depth) + "\n")));
    bombs.put(
        "replacements in replacements",
        from(text("ENV a=" + "${a//b/".repeat(8_000) + "}".repeat(8_000) + "\n")));
    bombs.put(
        "a deep word over many lines",
        from(text("ENV a="), repeat(140_000, "${a:-\\\n"), repeat(140_000, "}\\\n"), text("\n")));
    bombs.put("arrays in arrays", from(text("RUN " + "[".repeat(32_000) + "]".repeat(32_000) + "\n")));
    bombs.put("objects in arrays", from(text("RUN " + "[{\"a\":".repeat(10_000) + "\n")));
    bombs.put("ONBUILD ONBUILD", from(text("ONBUILD ".repeat(8_000) + "RUN a\n")));
    bombs.put("ONBUILD over many lines", from(repeat(500_000, "ONBUILD \\\n"), text("RUN a\n")));
    bombs.put("ONBUILD with a heredoc", from(repeat(40_000, "ONBUILD RUN <<E\n%\nE\n")));
    bombs.put("continuations", from(text("RUN a"), repeat(7 * MEBI, "\\\n"), text("\n")));
    bombs.put("blank lines in a continuation", from(text("RUN a\\\n"), repeat(15 * MEBI, "\n"), text("\n")));
    bombs.put("JSON over many lines", from(text("RUN [ \\\n"), repeat(200_000, "\"a\", \\\n"), text("\"b\"]\n")));
    bombs.put("a word over many lines", from(text("ENV a="), repeat(200_000, "xxxxxxxxxxxxxxxxxxxx\\\n"), text("\n")));
    bombs.put("pairs over many lines", from(text("ENV a=b"), repeat(200_000, " a%=b \\\n"), text("\n")));
  }

  private static void addMistakes(Map<String, Text> bombs) {
    bombs.put("unknown instructions", from(repeat(MANY - 2, "FOO %\n")));
    bombs.put("unknown flags", from(repeat(MANY - 2, "RUN --foo% a\n")));
    bombs.put("unknown flags in a line", from(line("RUN ", "--foo=% ", 65_000)));
    bombs.put("unknown mount options", from(repeat(MANY - 2, "RUN --mount=foo=% a\n")));
    bombs.put("unknown stages", from(repeat(MANY - 2, "COPY --from=s% a b\n")));
    bombs.put("unknown variables", from(repeat(MANY - 2, "COPY $a% b\n")));
    bombs.put("unknown variables in a line", from(line("COPY ", "$a% ", 65_000)));
    bombs.put("bad substitutions", from(repeat(MANY - 2, "ENV a=${\n")));
    bombs.put("lint of every line", from(repeat(MANY - 2, "run cd $x\n")));
    bombs.put("stages of one name", repeat(MANY - 1, "FROM scratch as a\n"));
    bombs.put("no line ends", text("x".repeat(60_000)));
    bombs.put("zero bytes", from(repeat(MEBI, "\0\n")));
  }
}
