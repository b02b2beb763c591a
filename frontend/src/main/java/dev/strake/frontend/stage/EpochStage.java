package dev.strake.frontend.stage;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.GitRef;
import dev.strake.frontend.expand.EnvVariables;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.AddCommand;
import dev.strake.frontend.instruction.ArgCommand;
import dev.strake.frontend.instruction.ArgDefinition;
import dev.strake.frontend.instruction.Command;
import dev.strake.frontend.instruction.Stage;
import dev.strake.grammar.shell.Expansion;
import dev.strake.llb.EnvList;
import dev.strake.llb.FileInfo;
import dev.strake.llb.GitOptions;
import dev.strake.llb.HttpOptions;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a stage that does no more than to download what {@code SOURCE_DATE_EPOCH} is to be the time of. */
final class EpochStage {

  private static final String ONE_ADD = "SOURCE_DATE_EPOCH stage must contain exactly one remote ADD";

  private final Map<String, String> buildArgs;
  private final WordExpander expander;
  private final BuildContexts contexts;

  EpochStage(Map<String, String> buildArgs, WordExpander expander, BuildContexts contexts) {
    this.contexts = contexts;
    this.buildArgs = buildArgs;
    this.expander = expander;
  }

  /** What the stage downloads. */
  GoResult<State> source(Stage stage, EnvList globals) {
    Expansion base = expander.expand(stage.baseName(), new EnvVariables(globals));
    if (base.error().isPresent()) {
      return GoResult.error(
          "failed to process source stage base name " + GoQuote.quote(stage.baseName()) + ": " + base.error().get());
    }
    if (!base.text().equals(StageHead.SCRATCH)) {
      return GoResult.error("SOURCE_DATE_EPOCH stage must use FROM scratch");
    }
    return sourceOf(stage.commands(), globals);
  }

  private GoResult<State> sourceOf(List<Command> commands, EnvList globals) {
    EnvList env = globals;
    GoResult<State> found = GoResult.error(ONE_ADD);
    for (Command command : commands) {
      if (command instanceof ArgCommand arg) {
        GoResult<EnvList> declared = declared(arg, env);
        if (declared instanceof GoResult.Failure<EnvList>(String message)) {
          return GoResult.error(message);
        }
        env = declared instanceof GoResult.Value<EnvList>(EnvList next) ? next : env;
      } else if (command instanceof AddCommand add) {
        found = found instanceof GoResult.Value<State> ? GoResult.error(ONE_ADD) : added(add, env);
        if (found instanceof GoResult.Failure<State>) {
          return found;
        }
      } else {
        return GoResult.error(
            "SOURCE_DATE_EPOCH stage does not meet source-only requirements: unsupported "
                + command.name()
                + " instruction");
      }
    }
    return found;
  }

  private GoResult<EnvList> declared(ArgCommand command, EnvList before) {
    EnvList env = before;
    for (ArgDefinition arg : command.args()) {
      String given = buildArgs.get(arg.key());
      if (given != null) {
        env = env.with(arg.key(), given);
      } else if (arg.value().isPresent()) {
        Expansion value = expander.expand(arg.value().get(), new EnvVariables(env));
        if (value.error().isPresent()) {
          return GoResult.error(value.error().get());
        }
        env = env.with(arg.key(), value.text());
      }
    }
    return GoResult.of(env);
  }

  private GoResult<State> added(AddCommand add, EnvList env) {
    if (!add.paths().sourceContents().isEmpty() || add.paths().sourcePaths().size() != 1) {
      return GoResult.error("SOURCE_DATE_EPOCH stage must contain exactly one remote ADD source");
    }
    Expansion source = expander.expand(add.paths().sourcePaths().getFirst(), new EnvVariables(env));
    Expansion checksum = expander.expand(add.checksum(), new EnvVariables(env));
    Optional<String> error = source.error().or(checksum::error);
    if (error.isPresent()) {
      return GoResult.error(error.get());
    }
    if (RemoteUrls.isHttp(source.text())) {
      return http(source.text(), checksum.text());
    }
    return switch (GitRef.parse(source.text())) {
      case GitRef.Malformed(String message) -> GoResult.error(message);
      case GitRef.Found(GitRef ref) when !ref.indistinguishableFromLocal() ->
          GoResult.of(git(ref, add, checksum.text()));
      case GitRef.Found found -> notRemote();
      case GitRef.NotGit none -> notRemote();
    };
  }

  private static GoResult<State> http(String url, String checksum) {
    Optional<String> why = RemoteUrls.checksumProblem(checksum);
    if (why.isPresent()) {
      return GoResult.error(why.get());
    }
    FileInfo file = FileInfo.NONE.withFilename(RemoteUrls.filename(url));
    return GoResult.of(Sources.http(url, HttpOptions.NONE.withFile(file).withChecksum(checksum)));
  }

  private State git(GitRef ref, AddCommand add, String checksum) {
    GitOptions options =
        ref.options(contexts::knownHosts)
            .keepGitDir(add.keepGitDir().orElse(false) || ref.keepGitDir().orElse(false))
            .checksum(add.checksum().isEmpty() ? ref.checksum() : checksum)
            .build();
    return Sources.git(ref.remote(), options);
  }

  private static <T> GoResult<T> notRemote() {
    return GoResult.error("SOURCE_DATE_EPOCH stage source must be a single HTTP(S) or Git ADD");
  }
}
