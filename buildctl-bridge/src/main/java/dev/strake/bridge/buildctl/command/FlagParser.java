package dev.strake.bridge.buildctl.command;

import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes the flags out of a command's words. One dash or two make no difference, and flags may stand behind arguments;
 * what begins with the name of a subcommand is left to that.
 */
final class FlagParser {

  private final FlagValues values;
  private final Predicate<String> isSubcommand;
  private final boolean completing;

  /** @param completing whether the last word is one that a shell wants completed: it is no flag yet */
  FlagParser(FlagValues values, Predicate<String> isSubcommand, boolean completing) {
    this.values = values;
    this.isSubcommand = isSubcommand;
    this.completing = completing;
  }

  /**
   * Reads the flags into the values and returns the arguments.
   *
   * @throws CommandException for a flag that there is not, or that has no value or a wrong one
   */
  List<String> parse(List<String> words) {
    List<String> arguments = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      String word = GoStrings.trimSpace(words.get(at));
      List<String> rest = words.subList(at, words.size());
      if (word.equals("--")) {
        arguments.addAll(completing ? rest : rest.subList(1, rest.size()));
        return arguments;
      }
      if (endsFlags(word)) {
        arguments.addAll(word.equals("-") ? List.of("-") : rest);
        return arguments;
      }
      if (!word.startsWith("-")) {
        arguments.add(word.isEmpty() ? words.get(at) : word);
        at++;
        continue;
      }
      int read = flag(word, rest);
      if (read == 0) {
        arguments.addAll(rest);
        return arguments;
      }
      at += read;
    }
    return arguments;
  }

  private boolean endsFlags(String word) {
    if (word.startsWith("-")) {
      return word.length() == 1 || !word.startsWith("--") && !Character.isLetter(word.codePointAt(1));
    }
    return isSubcommand.test(word);
  }

  /** Takes one flag, and returns how many words it has; 0 where a shell wants it completed. */
  private int flag(String word, List<String> rest) {
    String body = word.substring(word.startsWith("--") ? 2 : 1);
    int equals = body.indexOf('=');
    String name = equals < 0 ? body : body.substring(0, equals);
    String value = equals < 0 ? "" : body.substring(equals + 1);
    Optional<Flag> found = values.find(name);
    if (found.isEmpty()) {
      if (completing) {
        return 0;
      }
      throw new CommandException("flag provided but not defined: -" + name);
    }
    Flag flag = found.get();
    if (flag.kind() == Flag.Kind.SWITCH) {
      set(flag, name, value.isEmpty() ? "true" : value);
      return 1;
    }
    if (equals >= 0) {
      set(flag, name, value);
      return 1;
    }
    if (rest.size() == 1) {
      if (completing) {
        return 0;
      }
      throw new CommandException("flag needs an argument: " + word);
    }
    set(flag, name, rest.get(1));
    return 2;
  }

  private void set(Flag flag, String name, String value) {
    String refusal = flag.refusal(value);
    if (!refusal.isEmpty()) {
      throw new CommandException("invalid value " + GoQuote.quote(value) + " for flag -" + name + ": " + refusal);
    }
    values.add(flag, value);
  }
}
