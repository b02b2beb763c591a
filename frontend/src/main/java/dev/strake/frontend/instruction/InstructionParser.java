package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.Keywords;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.Span;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Map;

/** Turns statements into typed instructions. */
public final class InstructionParser {

  private static final Map<String, StatementParser> PARSERS =
      Map.ofEntries(
          Map.entry("add", new AddParser()),
          Map.entry("arg", new ArgParser()),
          Map.entry("cmd", new CmdParser()),
          Map.entry("copy", new CopyParser()),
          Map.entry("entrypoint", new EntrypointParser()),
          Map.entry("env", new EnvParser()),
          Map.entry("expose", new ExposeParser()),
          Map.entry("from", new FromParser()),
          Map.entry("healthcheck", new HealthCheckParser()),
          Map.entry("label", new LabelParser()),
          Map.entry("maintainer", new MaintainerParser()),
          Map.entry("onbuild", new OnbuildParser()),
          Map.entry("run", new RunParser()),
          Map.entry("shell", new ShellParser()),
          Map.entry("stopsignal", new StopSignalParser()),
          Map.entry("user", new UserParser()),
          Map.entry("volume", new VolumeParser()),
          Map.entry("workdir", new WorkdirParser()));

  private InstructionParser() {}

  /**
   * Reads all instructions of a file. Errors go to the sink, the reference's first; instructions with errors are
   * missing in the result.
   */
  public static Stages parse(Dockerfile dockerfile, Linter linter, DiagnosticSink sink) {
    StageCollector collector = new StageCollector(dockerfile.source(), sink);
    for (Statement statement : dockerfile.statements()) {
      switch (parseInstruction(statement, linter)) {
        case Outcome.Success<? extends Instruction>(Instruction instruction) -> collector.add(instruction);
        case Outcome.Failure<? extends Instruction>(Problem problem) -> collector.addBroken(statement, problem);
      }
    }
    return collector.stages();
  }

  /** Reads one instruction that stands in no stage of a file: the trigger of an {@code ONBUILD}. */
  public static Outcome<Command> parseCommand(Statement statement) {
    return switch (parseInstruction(statement, Linter.disabled())) {
      case Outcome.Failure<? extends Instruction>(Problem problem) -> Outcome.failure(problem);
      case Outcome.Success<? extends Instruction>(Instruction instruction) ->
          switch (instruction) {
            case Command command -> Outcome.success(command);
            case From from -> Outcome.failure(InstructionDiagnostics.notACommand());
          };
    };
  }

  private static Outcome<? extends Instruction> parseInstruction(Statement statement, Linter linter) {
    StatementParser parser = PARSERS.get(GoStrings.toLower(statement.keyword()));
    if (parser == null) {
      // Of several suggestions that are as near, the first is made: that of the most used instruction.
      List<String> known = Keywords.names();
      return Outcome.failure(
          InstructionDiagnostics.unknownInstruction(statement.keyword(), known, keywordSpan(statement)));
    }
    return parser.parse(statement, linter.withComments(statement.comments()));
  }

  /** Where a statement's keyword stands. */
  static Span keywordSpan(Statement statement) {
    return statement.original().value().startsWith(statement.keyword())
        ? statement.original().span(0, statement.keyword().length())
        : statement.span();
  }
}
