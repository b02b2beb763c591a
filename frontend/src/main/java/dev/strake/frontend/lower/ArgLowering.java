package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.ArgCommand;
import dev.strake.frontend.instruction.ArgDefinition;
import dev.strake.frontend.instruction.InstructionDiagnostics;
import dev.strake.frontend.lint.ArgumentNames;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.stage.ArgInfo;
import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.grammar.shell.Expansion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ARG}: variables of the processes that follow, but not of the image. */
final class ArgLowering {

  private final Map<String, String> buildArgs;
  private final GlobalArgs globals;
  private final Expansions expansions;
  private final History history;

  ArgLowering(Map<String, String> buildArgs, GlobalArgs globals, Expansions expansions, History history) {
    this.buildArgs = buildArgs;
    this.globals = globals;
    this.expansions = expansions;
    this.history = history;
  }

  StageState lower(ArgCommand command, StageState state, Step step) {
    StringBuilder text = new StringBuilder("ARG");
    StageState next = state;
    for (ArgDefinition arg : command.args()) {
      LintRules.SECRETS_USED_IN_ARG_OR_ENV.check(step.linter(), step.place(), "ARG", arg.key());
      Value value = value(arg, step, next);
      if (value.failed) {
        return state;
      }
      next = declare(arg, value, step, next);
      text.append(' ').append(arg.key());
      value.text.ifPresent(v -> text.append('=').append(v));
    }
    return history.add(next, text::toString);
  }

  /** An argument's value; {@code inherited} from the global argument of the name. */
  private record Value(Optional<String> text, boolean inherited, boolean failed) {}

  private Value value(ArgDefinition arg, Step step, StageState state) {
    String given = buildArgs.get(arg.key());
    if (given != null) {
      return new Value(Optional.of(given), false, false);
    }
    if (arg.value().isEmpty()) {
      Optional<String> global = globals.value(arg.key());
      return new Value(global, global.isPresent(), false);
    }
    Expansion expansion = expansions.words(step, state).expand(arg.value().get());
    expansion.error().map(InstructionDiagnostics::expansionFailed).ifPresent(step::report);
    return new Value(Optional.of(expansion.text()), false, expansion.error().isPresent());
  }

  private static StageState declare(ArgDefinition arg, Value value, Step step, StageState state) {
    StageOutline.Builder outline = step.scope().outline();
    if (!value.inherited) {
      outline.declareArg(new ArgInfo(arg, value.text.orElse(""), Set.of(), step.place()));
    }
    outline.useArg(arg.key());
    StageState next = state.with(state.args().with(arg.key(), value.text));
    if (value.text.isPresent() && !ArgumentNames.isNeverInEnvironment(arg.key())) {
      next = next.with(next.state().withEnv(arg.key(), value.text.get())).withEnvOutOfOrder();
    }
    return next;
  }
}
