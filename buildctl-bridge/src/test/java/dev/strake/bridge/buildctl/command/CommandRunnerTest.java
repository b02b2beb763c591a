package dev.strake.bridge.buildctl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.buildctl.command.Flag.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines as urfave/cli reads them. */
class CommandRunnerTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> ran = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();

  private final CommandSpec root =
      CommandSpec.group(
          "app",
          "does things",
          List.of(
              Flag.of(Kind.SWITCH, "debug", "more").forAll(),
              Flag.of(Kind.TEXT, "addr", "where").withDefault("here").forAll(),
              Flag.of(Kind.INTEGER, "timeout", "seconds").withDefault("5").forAll()),
          List.of(
              CommandSpec.of(
                      "build",
                      "builds",
                      List.of(
                          Flag.of(Kind.TEXTS, "output", "a result").or("o"),
                          Flag.of(Kind.SWITCH, "verbose", "tell all").or("v"),
                          Flag.of(Kind.DECIMAL, "size", "how much"),
                          Flag.of(Kind.DURATION, "keep", "how long")),
                      this::record)
                  .or("b"),
              CommandSpec.group(
                  "debug", "looks into it", List.of(), List.of(CommandSpec.of("get", "gets", List.of(), this::record))),
              CommandSpec.of("secret", "not listed", List.of(), this::record).hide()));

  private void record(ParsedCommand parsed) {
    FlagValues flags = parsed.flags();
    String own =
        flags.find("output").isPresent()
            ? " o=" + flags.texts("output") + " v=" + flags.on("verbose") + " size=" + flags.decimal("size") + " keep="
                + flags.duration("keep").equals(Duration.ofMinutes(90))
            : "";
    ran.add("addr=" + flags.text("addr") + " timeout=" + flags.integer("timeout") + " debug=" + flags.on("debug") + own
        + " " + parsed.arguments());
  }

  private void run(String words) throws Exception {
    new CommandRunner(
            root,
            new ProgramVersion("v1", "app v1"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            (command, flags) -> begun.add(command))
        .run(words.isEmpty() ? List.of() : List.of(words.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build | addr=here timeout=5 debug=false o=[] v=false size=0.0 keep=false []",
        "--addr x build | addr=x timeout=5 debug=false o=[] v=false size=0.0 keep=false []",
        "-addr=x b -o a --o=b,c --output d | addr=x timeout=5 debug=false o=[a, b,c, d] v=false size=0.0 keep=false []",
        "build --addr x -debug | addr=x timeout=5 debug=true o=[] v=false size=0.0 keep=false []",
        "build arg --verbose more | addr=here timeout=5 debug=false o=[] v=true size=0.0 keep=false [arg, more]",
        "build -v=false | addr=here timeout=5 debug=false o=[] v=false size=0.0 keep=false []",
        "build -v=T --size 1e3 --keep 1h30m | addr=here timeout=5 debug=false o=[] v=true size=1000.0 keep=true []",
        "build -- --verbose -x | addr=here timeout=5 debug=false o=[] v=false size=0.0 keep=false [--verbose, -x]",
        "build - --verbose | addr=here timeout=5 debug=false o=[] v=false size=0.0 keep=false [-]",
        "build -1 --verbose | addr=here timeout=5 debug=false o=[] v=false size=0.0 keep=false [-1, --verbose]",
        "--timeout 0x10 debug get a | addr=here timeout=16 debug=false [a]",
        "debug --debug get | addr=here timeout=5 debug=true []",
        "-- secret | addr=here timeout=5 debug=false []",
      })
  void reads(String words, String expected) throws Exception {
    run(words);

    assertThat(ran).containsExactly(expected);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build | build",
        "b -v | build",
        "--addr x debug get a | debug",
        "debug help | debug",
        "debug | debug",
        "help | ''",
        "'' | ''",
      })
  void tellsWhichCommandBegins(String words, String expected) throws Exception {
    run(words);

    assertThat(begun).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build --nosuch | flag provided but not defined: -nosuch",
        "build -vo x | flag provided but not defined: -vo",
        "build --output | flag needs an argument: --output",
        "build -o | flag needs an argument: -o",
        "build -v=maybe | invalid value \"maybe\" for flag -v: parse error",
        "build --size=x | invalid value \"x\" for flag -size: strconv.ParseFloat: parsing \"x\": invalid syntax",
        "build --keep=x | invalid value \"x\" for flag -keep: time: invalid duration \"x\"",
        "--timeout=x build | invalid value \"x\" for flag -timeout: strconv.ParseInt: parsing \"x\": invalid syntax",
        "build extra --help | No help topic for 'extra'",
      })
  void refuses(String words, String message) {
    assertThatThrownBy(() -> run(words)).isInstanceOf(CommandException.class).hasMessage(message);
    assertThat(ran).isEmpty();
  }

  @Test
  void anUnknownCommandHasAnExitCodeOfItsOwn() {
    assertThatThrownBy(() -> run("nosuch"))
        .isInstanceOfSatisfying(ExitException.class, exit -> assertThat(exit.code()).isEqualTo(3))
        .hasMessage("No help topic for 'nosuch'");
    assertThatThrownBy(() -> run("debug nosuch")).isInstanceOf(ExitException.class);
  }

  @ParameterizedTest
  @CsvSource({"''", "--help", "-h", "help", "h", "--debug"})
  void helpOfTheProgram(String words) throws Exception {
    run(words);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            NAME:
               app - does things

            USAGE:
               app [global options] [command [command options]]

            VERSION:
               v1

            COMMANDS:
               build, b  builds
               debug     looks into it
               help, h   Shows a list of commands or help for one command

            GLOBAL OPTIONS:
               --debug        more
               --addr string  where (default: "here")
               --timeout int  seconds (default: 5)
               --help, -h     show help
               --version, -v  print the version
            """);
  }

  @ParameterizedTest
  @CsvSource({"build --help", "build -h", "help build", "help b", "build help", "b -v --help"})
  void helpOfACommand(String words) throws Exception {
    run(words);

    assertThat(ran).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            NAME:
               app build - builds

            USAGE:
               app build [options]

            OPTIONS:
               --output string, -o string [ --output string, -o string ]  a result
               --verbose, -v                                              tell all
               --size float                                               how much (default: 0)
               --keep duration                                            how long (default: 0s)
               --help, -h                                                 show help

            GLOBAL OPTIONS:
               --debug        more
               --addr string  where (default: "here")
               --timeout int  seconds (default: 5)
            """);
  }

  @ParameterizedTest
  @CsvSource({"debug", "debug help", "debug --help", "help debug"})
  void helpOfAGroup(String words) throws Exception {
    run(words);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .endsWith(
            """
            USAGE:
               app debug [command [command options]]

            COMMANDS:
               get  gets

            OPTIONS:
               --help, -h  show help
            """);
  }

  @Test
  void version() throws Exception {
    run("-v");

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("app v1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--generate-shell-completion | build:builds,debug:looks into it,help:Shows a list of commands or help for one"
            + " command",
        "debug --generate-shell-completion | get:gets,help:Shows a list of commands or help for one command",
        "build --o --generate-shell-completion | --output:a result",
        "build - --generate-shell-completion | --output:a result,--verbose:tell all,--size:how much,--keep:how long,"
            + "--help:show help",
      })
  void completion(String words, String expected) throws Exception {
    run(words);

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(expected.split(","));
  }
}
