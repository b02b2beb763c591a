package dev.strake.bridge.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a command's manual page, in the form that {@code man} reads. */
public final class ManPage {

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /** The pages of a program and of its subcommands, by their files' names, such as {@code strake-build.1}. */
  public static Map<String, String> all(CommandLine root) {
    Map<String, String> pages = new LinkedHashMap<>();
    addAll(root.getCommandSpec(), pages);
    return pages;
  }

  private static void addAll(CommandSpec command, Map<String, String> pages) {
    String name = command.qualifiedName("-");
    pages.put(name + ".1", new ManPage().write(name, command));
    new LinkedHashSet<>(command.subcommands().values()).forEach(sub -> addAll(sub.getCommandSpec(), pages));
  }

  /** A page of a text that is aligned already. */
  public static String ofText(String name, String summary, String text) {
    ManPage page = new ManPage();
    page.head(name, summary);
    page.line(".SH DESCRIPTION").line(".nf").text(text).line(".fi");
    return page.page.toString();
  }

  private String write(String name, CommandSpec command) {
    head(name, String.join(" ", command.usageMessage().description()));
    line(".SH SYNOPSIS").line(".B " + escaped(command.qualifiedName()));
    line("[OPTIONS]" + (command.subcommands().isEmpty() ? "" : " COMMAND"));
    command.positionalParameters().forEach(parameter -> text(parameter.paramLabel()));
    if (!command.positionalParameters().isEmpty()) {
      line(".SH ARGUMENTS");
      command.positionalParameters().forEach(this::argument);
    }
    List<OptionSpec> options = command.options().stream().filter(option -> !option.hidden()).toList();
    if (!options.isEmpty()) {
      line(".SH OPTIONS");
      options.forEach(this::option);
    }
    commands(command);
    String[] footer = command.usageMessage().footer();
    if (footer.length > 0) {
      line(".SH NOTES");
      for (String paragraph : footer) {
        line(paragraph.isEmpty() ? ".PP" : escaped(paragraph));
      }
    }
    return page.toString();
  }

  private void head(String name, String summary) {
    line(".TH " + name.toUpperCase(Locale.ROOT) + " 1").line(".SH NAME");
    line(escaped(name) + " \\- " + escaped(summary));
  }

  private void argument(PositionalParamSpec parameter) {
    line(".TP").line(".B " + escaped(parameter.paramLabel())).text(String.join(" ", parameter.description()));
  }

  private void option(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(name + value);
    }
    line(".TP").line(".B " + escaped(String.join(", ", names))).text(String.join(" ", option.description()));
  }

  private void commands(CommandSpec command) {
    if (command.subcommands().isEmpty()) {
      return;
    }
    line(".SH COMMANDS");
    for (CommandLine subcommand : new LinkedHashSet<>(command.subcommands().values())) {
      CommandSpec spec = subcommand.getCommandSpec();
      line(".TP").line(".BR " + escaped(spec.qualifiedName("-")) + " (1)");
      text(String.join(" ", spec.usageMessage().description()));
    }
  }

  private ManPage line(String text) {
    page.append(text).append('\n');
    return this;
  }

  private ManPage text(String text) {
    return line(escaped(text));
  }

  /** A backslash and a dash mean something to roff, and so does a dot or a quote at a line's start. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}
