package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tables of arguments and results that Go itself printed: a function, its arguments, and last the result. */
class GoBehavioursTest {
  private static final Map<String, Function<List<String>, String>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("path.Clean", args -> GoPath.clean(args.get(0))),
          Map.entry("path.Base", args -> GoPath.base(args.get(0))),
          Map.entry("path.Dir", args -> GoPath.dir(args.get(0))),
          Map.entry("path.IsAbs", args -> Boolean.toString(GoPath.isAbs(args.get(0)))),
          Map.entry("path.Join", args -> GoPath.join(args.get(0), args.get(1))),
          Map.entry("path.Match", args -> text(GoPath.match(args.get(0), args.get(1)))),
          Map.entry("strconv.Atoi", args -> text(GoInt.atoi(args.get(0)))),
          Map.entry("strconv.ParseInt", args -> text(GoInt.parseInt(args.get(0), number(args, 1), number(args, 2)))),
          Map.entry(
              "strconv.ParseUint",
              args -> text(GoInt.parseUint(args.get(0), number(args, 1), number(args, 2)).map(Long::toUnsignedString))),
          Map.entry("strconv.ParseBool", args -> text(GoBool.parse(args.get(0)))),
          Map.entry("time.ParseDuration", args -> text(GoDuration.parse(args.get(0)))),
          Map.entry("time.RFC3339", args -> time(args.get(0))),
          Map.entry("base64.Decode", args -> text(GoBase64.decode(args.get(0)).map(HexFormat.of()::formatHex))),
          Map.entry("Duration.String", args -> GoDuration.format(Long.parseLong(args.get(0)))),
          Map.entry("strconv.Quote", args -> GoQuote.quote(args.get(0))),
          Map.entry("%q", args -> GoQuote.quote(List.of(args.get(0), args.get(1)))),
          Map.entry("json.Marshal", args -> GoJson.string(args.get(0))),
          Map.entry("json.list", args -> GoJson.strings(List.of(args.get(0), args.get(1)))),
          Map.entry("strings.TrimSpace", args -> GoStrings.trimSpace(args.get(0))),
          Map.entry("strings.Fields", args -> GoQuote.quote(GoStrings.fields(args.get(0)))),
          Map.entry(
              "strings.Compare",
              args -> "" + Integer.signum(GoStrings.compare(args.get(0), args.get(1)))),
          Map.entry("strings.ToLower", args -> GoStrings.toLower(args.get(0))),
          Map.entry("strings.ToUpper", args -> GoStrings.toUpper(args.get(0))),
          Map.entry("unicode.IsSpace", args -> "" + GoStrings.isSpace(args.get(0).codePointAt(0))));

  private static String text(GoResult<?> result) {
    return switch (result) {
      case GoResult.Value<?>(Object value) -> value.toString();
      case GoResult.Failure<?>(String message) -> "error: " + message;
    };
  }

  private static String time(String text) {
    try {
      return GoTime.rfc3339(text);
    } catch (IllegalArgumentException e) {
      return "error: " + e.getMessage();
    }
  }

  private static int number(List<String> args, int index) {
    return Integer.parseInt(args.get(index));
  }

  @TestFactory
  Stream<DynamicTest> behavesAsGoDoes() throws IOException {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      tables.computeIfAbsent(line.substring(0, space), name -> new ArrayList<>()).add(words(line, space));
    }
    assertThat(tables.keySet()).containsExactlyInAnyOrderElementsOf(FUNCTIONS.keySet());
    return tables.entrySet().stream()
        .map(table -> DynamicTest.dynamicTest(table.getKey(), () -> check(table.getKey(), table.getValue())));
  }

  private static void check(String name, List<List<String>> rows) {
    SoftAssertions softly = new SoftAssertions();
    for (List<String> row : rows) {
      List<String> args = row.subList(0, row.size() - 1);
      softly.assertThat(FUNCTIONS.get(name).apply(args)).as("%s %s", name, args).isEqualTo(row.getLast());
    }
    softly.assertAll();
  }

  @Test
  void knowsNoOtherSpaces() throws IOException {
    long inTable = lines().stream().filter(line -> line.startsWith("unicode.IsSpace")).count();
    long ours = java.util.stream.IntStream.rangeClosed(0, 0x10FFFF).filter(GoStrings::isSpace).count();
    assertThat(ours).isEqualTo(inTable);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = GoBehavioursTest.class.getResourceAsStream("go-behaviours.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Words in quotes, in which only four-digit escapes stand for other characters. */
  private static List<String> words(String line, int from) {
    List<String> words = new ArrayList<>();
    int i = from;
    while (i < line.length()) {
      StringBuilder word = new StringBuilder();
      for (i += 2; line.charAt(i) != '"'; i++) {
        if (line.charAt(i) == '\\') {
          word.append((char) Integer.parseInt(line, i + 2, i + 6, 16));
          i += 5;
        } else {
          word.append(line.charAt(i));
        }
      }
      words.add(word.toString());
      i++;
    }
    return words;
  }
}
