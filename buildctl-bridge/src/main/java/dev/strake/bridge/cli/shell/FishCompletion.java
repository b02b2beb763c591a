package dev.strake.bridge.cli.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of a command for fish. */
public final class FishCompletion {

  private final String program;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** The script for a program and its subcommands. */
  public static String of(CommandLine root) {
    FishCompletion completion = new FishCompletion(root.getCommandName());
    completion.add(root.getCommandSpec(), List.of());
    return completion.script.toString();
  }

  /** @param path the subcommands that lead to the command */
  private void add(CommandSpec command, List<String> path) {
    Collection<CommandLine> subcommands = new LinkedHashSet<>(command.subcommands().values());
    String here = condition(path, subcommands.stream().map(CommandLine::getCommandName).toList());
    for (CommandLine subcommand : subcommands) {
      line(here + " -f -a " + quoted(subcommand.getCommandName()) + description(summary(subcommand.getCommandSpec())));
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        line(condition(path, List.of()) + names(option) + (option.arity().max() > 0 ? " -r" : "")
            + description(option.description()));
      }
    }
    for (CommandLine subcommand : subcommands) {
      List<String> deeper = new ArrayList<>(path);
      deeper.add(subcommand.getCommandName());
      add(subcommand.getCommandSpec(), deeper);
    }
  }

  /** When a completion applies: behind all of the path, and before any of what follows. */
  private static String condition(List<String> path, List<String> following) {
    List<String> tests = new ArrayList<>();
    path.forEach(word -> tests.add("__fish_seen_subcommand_from " + word));
    if (!following.isEmpty()) {
      tests.add("not __fish_seen_subcommand_from " + String.join(" ", following));
    }
    return tests.isEmpty() ? "" : " -n " + quoted(String.join("; and ", tests));
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return names.toString();
  }

  private static String[] summary(CommandSpec command) {
    return command.usageMessage().description();
  }

  private static String description(String[] lines) {
    return lines.length == 0 ? "" : " -d " + quoted(String.join(" ", lines));
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(c -> c == '\'' || c == '\\' ? "\\" + Character.toString(c) : Character.toString(c))
        .collect(Collectors.joining("", "'", "'"));
  }

  private void line(String rest) {
    script.append("complete -c ").append(program).append(rest).append('\n');
  }
}
