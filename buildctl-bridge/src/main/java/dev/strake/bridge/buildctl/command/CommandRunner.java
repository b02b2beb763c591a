package dev.strake.bridge.buildctl.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the command that a command line names, and runs it. */
public final class CommandRunner {

  private static final String COMPLETION_FLAG = "--generate-shell-completion";
  private static final Flag VERSION_FLAG = Flag.of(Flag.Kind.SWITCH, "version", "print the version").or("v");
  private static final CommandSpec HELP_COMMAND =
      CommandSpec.of("help", "Shows a list of commands or help for one command", List.of(), CommandSpec.Action.HELP)
          .or("h")
          .withArguments("[command]");
  private static final int NO_HELP_TOPIC = 3;

  private final CommandSpec root;
  private final ProgramVersion version;
  private final PrintStream out;
  private final PrintStream err;
  private final BiConsumer<String, FlagValues> before;

  /**
   * A runner.
   *
   * @param before hears, before the command runs, which of the program's commands it is or belongs to, and its flags;
   *     the name is empty for the program itself
   */
  public CommandRunner(
      CommandSpec root,
      ProgramVersion version,
      PrintStream out,
      PrintStream err,
      BiConsumer<String, FlagValues> before) {
    this.root = root;
    this.version = version;
    this.out = out;
    this.err = err;
    this.before = before;
  }

  /**
   * Runs the command that the words name.
   *
   * @throws ExitException to end with an exit code and a message of its own
   * @throws CommandException where the words make no sense
   */
  public void run(List<String> words) throws Exception {
    boolean completing = !words.isEmpty() && words.getLast().equals(COMPLETION_FLAG);
    List<String> own = completing ? words.subList(0, words.size() - 1) : words;
    boolean onlyArguments = completing && own.subList(0, Math.max(0, own.size() - 1)).contains("--");
    new Step(Optional.empty(), root, completing && !onlyArguments).run(own);
  }

  /** Prints the help of the program, and of each command that lists show. */
  public void printAllHelp() {
    new Step(Optional.empty(), root, false).printAllHelp();
  }

  /** A command on the way from the root to the one that runs. */
  private final class Step {

    private final Optional<Step> parent;
    private final CommandSpec spec;
    private final boolean completing;
    private final FlagValues values;

    Step(Optional<Step> parent, CommandSpec spec, boolean completing) {
      this.parent = parent;
      this.spec = spec;
      this.completing = completing;
      this.values = new FlagValues(flags(spec), parent.map(step -> step.values));
    }

    void run(List<String> words) throws Exception {
      List<String> arguments = arguments(words);
      Optional<CommandSpec> named = arguments.stream().findFirst().flatMap(this::subcommand);
      if (completing && named.isEmpty()) {
        new Completion(out).print(spec, flags(spec), subcommands(), arguments);
        return;
      }
      if (values.find(CommandSpec.HELP_FLAG.name()).isPresent() && isHelpWanted()) {
        help(arguments, false);
      } else if (parent.isEmpty() && values.on(VERSION_FLAG.name())) {
        out.println(version.line());
      } else if (named.isPresent()) {
        new Step(Optional.of(this), named.get(), completing).run(arguments.subList(1, arguments.size()));
      } else {
        act(arguments);
      }
    }

    private boolean isHelpWanted() {
      return spec != HELP_COMMAND && values.on(CommandSpec.HELP_FLAG.name());
    }

    private List<String> arguments(List<String> words) {
      try {
        return new FlagParser(values, name -> subcommand(name).isPresent(), completing).parse(words);
      } catch (CommandException e) {
        err.print("Incorrect Usage: " + e.getMessage() + "\n\n");
        if (parent.isEmpty()) {
          out.print(helpText().root(root, flags(root), version));
        }
        throw e;
      }
    }

    private void act(List<String> arguments) throws Exception {
      before.accept(commandOfProgram(), values);
      if (spec == HELP_COMMAND) {
        parent.orElseThrow().help(arguments, true);
      } else if (spec.action() == CommandSpec.Action.HELP) {
        help(arguments, true);
      } else {
        spec.action().run(new ParsedCommand(values, arguments));
      }
    }

    /** The help is a command that the library adds, and none of the program's. */
    private String commandOfProgram() {
      if (parent.isEmpty()) {
        return "";
      }
      Step above = parent.get();
      return above.parent.isPresent() ? above.commandOfProgram() : spec == HELP_COMMAND ? "" : spec.name();
    }

    /**
     * Shows this command's help or, where an argument names one, a subcommand's.
     *
     * @param exits whether an unknown name has an exit code of its own
     */
    private void help(List<String> arguments, boolean exits) {
      if (!arguments.isEmpty()) {
        Optional<CommandSpec> named = subcommand(arguments.getFirst());
        if (named.isEmpty()) {
          String message = "No help topic for '" + arguments.getFirst() + "'";
          throw exits ? new ExitException(message, NO_HELP_TOPIC) : new CommandException(message);
        }
        new Step(Optional.of(this), named.get(), false).help(List.of(), exits);
      } else if (parent.isEmpty()) {
        out.print(helpText().root(spec, flags(spec), version));
      } else if (spec.isGroup()) {
        out.print(helpText().group(path(), spec, flags(spec)));
      } else {
        List<Flag> global = root.flags().stream().filter(Flag::persistent).toList();
        out.print(helpText().command(path(), spec, flags(spec), global));
      }
    }

    private void printAllHelp() {
      help(List.of(), false);
      for (CommandSpec subcommand : spec.subcommands()) {
        if (!subcommand.hidden()) {
          out.println();
          new Step(Optional.of(this), subcommand, false).printAllHelp();
        }
      }
    }

    private HelpText helpText() {
      return new HelpText(root.isGroup() ? HELP_COMMAND : spec);
    }

    private String path() {
      return parent.map(step -> step.path() + " ").orElse("") + spec.name();
    }

    private Optional<CommandSpec> subcommand(String name) {
      return subcommands().stream().filter(sub -> sub.names().contains(name)).findFirst();
    }

    private List<CommandSpec> subcommands() {
      if (spec == HELP_COMMAND) {
        return List.of();
      }
      List<CommandSpec> all = new ArrayList<>(spec.subcommands());
      all.add(HELP_COMMAND);
      return all;
    }

    private List<Flag> flags(CommandSpec of) {
      List<Flag> all = new ArrayList<>(of.flags());
      if (of != HELP_COMMAND) {
        all.add(CommandSpec.HELP_FLAG);
      }
      if (of == root) {
        all.add(VERSION_FLAG);
      }
      return all;
    }
  }
}
