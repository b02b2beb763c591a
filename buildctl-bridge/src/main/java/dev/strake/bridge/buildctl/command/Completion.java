package dev.strake.bridge.buildctl.command;

import java.io.PrintStream;
import java.util.List;

/** Tells a shell how a word may go on: a line for each way, with what it means behind a colon. */
final class Completion {

  private final PrintStream out;

  Completion(PrintStream out) {
    this.out = out;
  }

  /** @param words those of this command, the one to be completed last */
  void print(CommandSpec spec, List<Flag> flags, List<CommandSpec> subcommands, List<String> words) {
    String last = words.isEmpty() ? "" : words.getLast();
    if (last.startsWith("-")) {
      flags.forEach(flag -> print(flag, last));
    } else {
      subcommands.stream().filter(sub -> !sub.hidden()).forEach(sub -> out.println(sub.name() + ":" + sub.usage()));
    }
  }

  private void print(Flag flag, String begun) {
    String name = flag.name();
    String letters = begun.replaceFirst("^-+", "");
    boolean tooShort = begun.startsWith("--") && name.length() == 1;
    if (!tooShort && name.startsWith(letters) && !name.equals(letters)) {
      out.println(Flag.dashed(name) + (flag.usage().isEmpty() ? "" : ":" + flag.usage()));
    }
  }
}
