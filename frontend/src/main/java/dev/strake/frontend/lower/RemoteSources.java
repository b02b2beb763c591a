package dev.strake.frontend.lower;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.GitRef;
import dev.strake.frontend.instruction.Outcome;
import dev.strake.frontend.instruction.Problem;
import dev.strake.frontend.lower.FileCopy.Target;
import dev.strake.frontend.stage.RemoteUrls;
import dev.strake.frontend.stage.Steps;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileAction;
import dev.strake.llb.FileInfo;
import dev.strake.llb.GitOptions;
import dev.strake.llb.HttpOptions;
import dev.strake.llb.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sources of {@code ADD} that are git repositories or files of web servers. What a git URL says about the checksum and
 * {@code .git} holds for the sources behind it, too. Used for one command, source by source.
 */
final class RemoteSources {

  private final CopyRequest request;
  private final String name;
  private final BuildContexts contexts;
  private String checksum;
  private Optional<Boolean> keepGitDir;

  /** @param name the step's name */
  RemoteSources(CopyRequest request, String name, BuildContexts contexts) {
    this.request = request;
    this.contexts = contexts;
    this.name = name;
    this.checksum = request.checksum();
    this.keepGitDir = request.keepGitDir();
  }

  /** What is wrong with a checksum for these sources; absent where nothing is. */
  Optional<Problem> checksumProblem() {
    if (checksum.isEmpty()) {
      return Optional.empty();
    }
    List<String> sources = request.paths().sourcePaths();
    if (!request.isAdd()) {
      return Optional.of(LoweringDiagnostics.checksumForCopy());
    }
    if (sources.size() != 1) {
      return Optional.of(LoweringDiagnostics.checksumForSeveralSources());
    }
    boolean remote = RemoteUrls.isHttp(sources.getFirst()) || GitRef.parse(sources.getFirst()) instanceof GitRef.Found;
    return remote ? Optional.empty() : Optional.of(LoweringDiagnostics.checksumForFiles());
  }

  /** The action for a source; absent where the source is a path. */
  Optional<Outcome<FileAction>> action(String source, Target target) {
    return switch (GitRef.parse(source)) {
      case GitRef.Malformed(String message) ->
          Optional.of(Outcome.failure(LoweringDiagnostics.invalidGitSource(message)));
      case GitRef.Found(GitRef ref) when !ref.indistinguishableFromLocal() -> Optional.of(git(ref, target));
      case GitRef.Found found -> http(source, target);
      case GitRef.NotGit none -> http(source, target);
    };
  }

  private Outcome<FileAction> git(GitRef ref, Target target) {
    if (!request.isAdd()) {
      return Outcome.failure(LoweringDiagnostics.gitSourceForCopy());
    }
    if (keepGitDir.isPresent() && ref.keepGitDir().isPresent() && !keepGitDir.equals(ref.keepGitDir())) {
      return Outcome.failure(LoweringDiagnostics.inconsistentKeepGitDir());
    }
    keepGitDir = ref.keepGitDir().or(() -> keepGitDir);
    if (!checksum.isEmpty() && !ref.checksum().isEmpty() && !checksum.equals(ref.checksum())) {
      return Outcome.failure(LoweringDiagnostics.checksumMismatch(checksum, ref.checksum()));
    }
    checksum = ref.checksum().isEmpty() ? checksum : ref.checksum();
    GitOptions options =
        ref.options(contexts::knownHosts)
            .keepGitDir(keepGitDir.orElse(false))
            .checksum(checksum)
            .fetchByCommit(ref.fetchByCommit())
            .constraints(Constraints.NONE.withCustomName(name))
            .build();
    return Outcome.success(target.copy(Sources.git(ref.remote(), options), "/", false));
  }

  private Optional<Outcome<FileAction>> http(String source, Target target) {
    if (!RemoteUrls.isHttp(source)) {
      return Optional.empty();
    }
    if (!request.isAdd()) {
      return Optional.of(Outcome.failure(LoweringDiagnostics.urlSourceForCopy()));
    }
    Optional<String> problem = RemoteUrls.checksumProblem(checksum);
    if (problem.isPresent()) {
      return Optional.of(Outcome.failure(LoweringDiagnostics.invalidChecksum(problem.get())));
    }
    String filename = RemoteUrls.filename(source);
    HttpOptions options =
        HttpOptions.NONE
            .withFile(FileInfo.NONE.withFilename(filename))
            .withChecksum(checksum)
            .withConstraints(Constraints.NONE.withCustomName(name).withDescription(Map.of(Steps.COMMAND, "")));
    boolean unpack = request.unpack().orElse(false);
    return Optional.of(Outcome.success(target.copy(Sources.http(source, options), filename, unpack)));
  }
}
