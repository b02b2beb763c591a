package dev.strake.bridge.cli.argument;

import dev.strake.grammar.diagnostics.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a command's words: {@code --name value}, {@code --name=value}, {@code -n value}, {@code -nvalue}, {@code --}. */
public final class ArgumentReader {

  private final CommandSyntax syntax;
  private final Map<String, Option> byName = new HashMap<>();

  public ArgumentReader(CommandSyntax syntax) {
    this.syntax = syntax;
    syntax.options().forEach(option -> option.names().forEach(name -> byName.put(name, option)));
  }

  /**
   * Reads the words behind the command's name.
   *
   * @throws UsageException when they do not fit
   */
  public Arguments read(List<String> words) {
    Map<Option, List<String>> values = new HashMap<>();
    List<String> operands = new ArrayList<>();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--")) {
        rest.forEachRemaining(operands::add);
      } else if (word.startsWith("-") && word.length() > 1) {
        readOption(word, rest, values);
      } else {
        operands.add(word);
      }
    }
    return new Arguments(values, operand(operands));
  }

  private void readOption(String word, Iterator<String> rest, Map<Option, List<String>> values) {
    int equals = word.indexOf('=');
    boolean isLong = word.startsWith("--");
    String name = isLong ? equals < 0 ? word : word.substring(0, equals) : word.substring(0, 2);
    Option option = byName.get(name);
    if (option == null) {
      throw new UsageException("there is no option " + name, nearest(name));
    }
    Optional<String> attached = isLong ? after(word, equals) : attachedToShort(word);
    List<String> known = values.computeIfAbsent(option, key -> new ArrayList<>());
    if (option.isFlag()) {
      if (attached.isPresent()) {
        throw new UsageException(name + " takes no value: " + word, "write " + name + " alone");
      }
      return;
    }
    if (attached.isEmpty() && !rest.hasNext()) {
      throw new UsageException(name + " needs a value", "write " + name + " " + option.parameter());
    }
    known.add(attached.orElseGet(rest::next));
    if (known.size() > 1 && !option.repeatable()) {
      throw new UsageException(option.name() + " is given twice: " + String.join(", ", known), "give it once");
    }
  }

  private static Optional<String> after(String word, int equals) {
    return equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
  }

  private static Optional<String> attachedToShort(String word) {
    if (word.length() == 2) {
      return Optional.empty();
    }
    return Optional.of(word.substring(word.charAt(2) == '=' ? 3 : 2));
  }

  private Optional<String> operand(List<String> words) {
    Optional<CommandSyntax.Operand> wanted = syntax.operand();
    int most = wanted.isPresent() ? 1 : 0;
    if (words.size() > most) {
      throw new UsageException("what is \"" + words.get(most) + "\" for?", seeHelp());
    }
    if (words.size() < most) {
      throw new UsageException(
          wanted.get().name() + " is missing", wanted.get().description() + "\n  " + seeHelp());
    }
    return words.stream().findFirst();
  }

  private String nearest(String name) {
    List<String> names = syntax.options().stream().flatMap(option -> option.names().stream()).sorted().toList();
    return Suggestions.search(name, names, true).map(near -> "did you mean " + near + "?").orElseGet(this::seeHelp);
  }

  private String seeHelp() {
    return "see strake " + syntax.name() + " --help";
  }
}
