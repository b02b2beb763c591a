package dev.strake.frontend.lower;

import dev.strake.frontend.instruction.Outcome;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.lower.FileCopy.Target;
import dev.strake.frontend.pattern.PatternMatcher;
import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoResult;
import java.util.List;

/** Sources of {@code COPY} and {@code ADD} that are paths in a tree. */
final class LocalSources {

  private static final String PIVOT = "/./";

  private LocalSources() {}

  static Outcome<FileAction> action(
      String source, CopyRequest request, Target target, Step step, PatternMatcher ignored) {
    if (request.fromContext()) {
      checkIgnored(source, request.isAdd(), step, ignored);
    }
    GoResult<Selection> selection = request.parents() ? parents(source, step.os()) : whole(source, step.os());
    return switch (selection) {
      case GoResult.Failure<Selection>(String message) ->
          Outcome.failure(LoweringDiagnostics.invalidPath("removing drive letter", message));
      case GoResult.Value<Selection>(Selection chosen) ->
          Outcome.success(
              new FileAction.Copy(
                  CopySource.of(request.source()),
                  chosen.path,
                  target.dest(),
                  target
                      .options()
                      .followSymlinks(true)
                      .dirContentsOnly(true)
                      .includePatterns(chosen.patterns)
                      .requiredPaths(chosen.required)
                      .attemptUnpack(request.unpack().orElse(request.isAdd()))
                      .createDestPath(true)
                      .allowWildcard(true)
                      .allowEmptyWildcard(true)
                      .build()));
    };
  }

  private static void checkIgnored(String source, boolean add, Step step, PatternMatcher ignored) {
    try {
      LintRules.COPY_IGNORED_FILE.check(step.linter(), step.place(), add ? "Add" : "Copy", source, ignored);
    } catch (IllegalArgumentException e) {
      // A pattern that cannot be matched is for the transfer of the context to complain about.
    }
  }

  /** What is copied: a path, of it only what matches, and what must be there. */
  private record Selection(String path, List<String> patterns, List<String> required) {}

  private static GoResult<Selection> whole(String source, String os) {
    return ContainerPaths.normalize("/", source, os, false).map(path -> new Selection(path, List.of(), List.of()));
  }

  /** A source whose folders are kept, from the root or from {@code /./} on. */
  private static GoResult<Selection> parents(String source, String os) {
    int pivot = source.indexOf(PIVOT);
    String parent = pivot < 0 ? "/" : source.substring(0, pivot);
    String written = pivot < 0 ? source : source.substring(pivot + PIVOT.length());
    GoResult<String> pattern = ContainerPaths.normalize("/", written, os, false);
    GoResult<String> path = ContainerPaths.normalize("/", parent, os, false);
    if (pattern instanceof GoResult.Failure<String>(String message)) {
      return GoResult.error(message);
    }
    if (path instanceof GoResult.Failure<String>(String message)) {
      return GoResult.error(message);
    }
    String kept = pattern.value().orElseThrow();
    List<String> patterns = List.of(kept.startsWith("/") ? kept.substring(1) : kept);
    boolean exact = !hasWildcards(parent) && !hasWildcards(kept);
    if (!exact) {
      return path.map(from -> new Selection(from, patterns, List.of()));
    }
    return switch (ContainerPaths.normalize("/", GoPath.join(parent, kept), os, false)) {
      case GoResult.Failure<String>(String message) -> GoResult.error(message);
      case GoResult.Value<String>(String required) ->
          path.map(from -> new Selection(from, patterns, List.of(required)));
    };
  }

  private static boolean hasWildcards(String path) {
    for (int i = 0; i < path.length(); i++) {
      switch (path.charAt(i)) {
        case '*', '?', '[' -> {
          return true;
        }
        case '\\' -> i++;
        default -> {
          // An ordinary character.
        }
      }
    }
    return false;
  }
}
