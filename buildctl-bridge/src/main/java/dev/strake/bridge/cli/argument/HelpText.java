package dev.strake.bridge.cli.argument;

import java.util.ArrayList;
import java.util.List;

/** A command's help. */
public final class HelpText {

  private static final int WIDTH = 110;
  private static final int INDENT = 30;

  private HelpText() {}

  public static String of(CommandSyntax syntax) {
    StringBuilder text = new StringBuilder("Usage: strake " + syntax.name());
    if (!syntax.options().isEmpty()) {
      text.append(" [OPTIONS]");
    }
    syntax.operand().ifPresent(operand -> text.append(' ').append(operand.name()));
    text.append("\n\n").append(syntax.description()).append("\n\n");
    syntax.operand().ifPresent(operand -> addEntry(text, operand.name(), operand.description()));
    for (Option option : syntax.options()) {
      String names = String.join(", ", option.names());
      addEntry(text, option.isFlag() ? names : names + " " + option.parameter(), option.description());
    }
    if (!syntax.footer().isEmpty()) {
      text.append('\n');
      syntax.footer().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static void addEntry(StringBuilder text, String left, String right) {
    String head = "  " + left;
    if (head.length() >= INDENT - 1) {
      text.append(head).append('\n');
      head = "";
    }
    for (String line : wrapped(right)) {
      text.append(head).append(" ".repeat(INDENT - head.length())).append(line).append('\n');
      head = "";
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() + 1 > WIDTH - INDENT && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
