package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.StrakeProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs other programs to their end. */
final class Tools {

  private Tools() {}

  /** What a program prints, on both of its streams; it must succeed. */
  static String run(Command command) throws Exception {
    StringBuilder output = new StringBuilder();
    int exitCode = command.run(line -> output.append(line).append('\n'));
    assertThat(exitCode).as("%s: %s", command, output).isZero();
    return output.toString();
  }

  /** The same, of a program that is looked for. */
  static String run(String program, String... arguments) throws Exception {
    return run(command(program, arguments));
  }

  static Command command(String program, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(SystemReport.find(program).map(Object::toString).orElse(program));
    words.addAll(List.of(arguments));
    return Command.of(words);
  }

  /** {@code strake}, as a process. */
  static String strake(String... arguments) throws Exception {
    return run(Command.of(StrakeProcess.command(arguments)));
  }

  /** {@code strake} with variables of its own. */
  static String strake(Map<String, String> environment, String... arguments) throws Exception {
    return run(Command.of(StrakeProcess.command(arguments)).with(environment));
  }
}
