package dev.strake.frontend.lower;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.instruction.InlineContent;
import dev.strake.frontend.instruction.Outcome;
import dev.strake.frontend.pattern.PatternMatcher;
import dev.strake.frontend.stage.InternalSteps;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Constraints;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.Owner;
import dev.strake.llb.ProgressGroup;
import dev.strake.llb.State;
import dev.strake.llb.go.GoResult;
import java.util.ArrayList;
import java.util.List;

/** Copies files into a stage, for {@code COPY} and {@code ADD}. */
final class FileCopy {

  private static final int INLINE_MODE = 0644;

  private final CapabilitySet caps;
  private final BuildContexts contexts;
  private final PatternMatcher ignored;
  private final StepTools tools;

  FileCopy(CapabilitySet caps, BuildContexts contexts, PatternMatcher ignored, StepTools tools) {
    this.caps = caps;
    this.contexts = contexts;
    this.ignored = ignored;
    this.tools = tools;
  }

  StageState lower(CopyRequest request, StageState state, Step step) {
    GoResult<String> dest = destination(request.paths().destPath(), state, step.os());
    if (dest instanceof GoResult.Failure<String>(String message)) {
      return step.fail(state, LoweringDiagnostics.invalidPath("removing drive letter", message));
    }
    CopyMode mode;
    switch (CopyMode.parse(request.chmod())) {
      case Outcome.Failure<CopyMode>(var problem) -> {
        return step.fail(state, problem);
      }
      case Outcome.Success<CopyMode>(CopyMode parsed) -> mode = parsed;
    }
    StageState next = state.withNextStep();
    String title = tools.title(request.command().code(), state);
    String name = tools.name(step, next, title);
    tools.expansions().budget().spend(dest.value().orElseThrow().length() - request.paths().destPath().length());
    Target target = new Target(dest.value().orElseThrow(), mode, request);
    return switch (actions(request, target, name, step)) {
      case Outcome.Failure<List<FileAction>>(var problem) -> step.fail(state, problem);
      case Outcome.Success<List<FileAction>>(List<FileAction> actions) -> {
        Names names = new Names(name, tools.name(step, next, "LINK " + title));
        State files = copied(request, actions, names, next.state(), step);
        yield tools.history().addStep(next.with(files), () -> text(request));
      }
    };
  }

  /** What a step is called: as it is, and as the joining of a layer. */
  private record Names(String copy, String link) {}

  private static GoResult<String> destination(String path, StageState state, String os) {
    return switch (ContainerPaths.withoutDrive(path, os, true)) {
      case GoResult.Failure<String> failure -> failure;
      case GoResult.Value<String>(String bare) -> {
        boolean absolute = ContainerPaths.isAbsolute(bare, os);
        // Nothing at all means the directory that processes start in.
        String relative = bare.isEmpty() || bare.equals(".") ? "./" : bare;
        yield ContainerPaths.normalize(absolute ? "/" : state.state().dir(), absolute ? bare : relative, os, true);
      }
    };
  }

  /** Where files go, and what becomes of them there. */
  record Target(String dest, CopyMode mode, CopyRequest request) {

    /** An action that copies a file or a tree as it is. */
    FileAction copy(State source, String path, boolean unpack) {
      return new FileAction.Copy(
          CopySource.of(source), path, dest, options().createDestPath(true).attemptUnpack(unpack).build());
    }

    CopyOptions.Builder options() {
      CopyOptions.Builder options = CopyOptions.builder().excludePatterns(request.excludePatterns());
      mode.applyTo(options);
      if (!request.chown().isEmpty()) {
        options.owner(Owner.parse(request.chown()));
      }
      return options;
    }
  }

  private Outcome<List<FileAction>> actions(CopyRequest request, Target target, String name, Step step) {
    RemoteSources remote = new RemoteSources(request, name, contexts);
    if (remote.checksumProblem().isPresent()) {
      return Outcome.failure(remote.checksumProblem().get());
    }
    List<FileAction> actions = new ArrayList<>();
    for (String source : request.paths().sourcePaths()) {
      Outcome<FileAction> action =
          remote.action(source, target).orElseGet(() -> LocalSources.action(source, request, target, step, ignored));
      switch (action) {
        case Outcome.Success<FileAction>(FileAction made) -> actions.add(made);
        case Outcome.Failure<FileAction>(var problem) -> {
          return Outcome.failure(problem);
        }
      }
    }
    for (InlineContent file : request.paths().sourceContents()) {
      switch (inline(file, target, step)) {
        case GoResult.Value<FileAction>(FileAction made) -> actions.add(made);
        case GoResult.Failure<FileAction>(String message) -> {
          return Outcome.failure(LoweringDiagnostics.invalidPath("removing drive letter", message));
        }
      }
    }
    return Outcome.success(actions);
  }

  /** Makes a file of a here-document and copies it. */
  private static GoResult<FileAction> inline(InlineContent file, Target target, Step step) {
    return ContainerPaths.withoutDrive(file.path(), step.os(), false)
        .map(
            path -> {
              byte[] content = Utf8Escapes.encode(file.data());
              State tree =
                  State.scratch()
                      .file(
                          List.of(new FileAction.Mkfile(path, INLINE_MODE, content)),
                          InternalSteps.named("preparing inline document").withPlatform(step.scope().platform()));
              return target.copy(tree, ContainerPaths.toSlash(path, step.os()), false);
            });
  }

  private State copied(CopyRequest request, List<FileAction> actions, Names names, State before, Step step) {
    Constraints constraints = tools.constraints(names.copy, step);
    if (step.scope().ignoreCache()) {
      constraints = constraints.withIgnoreCache();
    }
    boolean linked = request.link() && request.chmod().isEmpty() && caps.supports(Capability.MERGE_OP);
    if (!linked) {
      return before.file(actions, constraints);
    }
    String group = ProgressGroupIds.of(step, names.copy);
    State layer =
        State.scratch()
            .file(
                actions,
                constraints
                    .withPlatform(step.scope().platform())
                    .withProgressGroup(new ProgressGroup(group, names.copy, true)));
    State merged =
        State.merge(
            List.of(before, layer),
            constraints
                .withProgressGroup(new ProgressGroup(group, names.copy, false))
                .withCustomName(names.link));
    return before.withOutput(merged.output().orElseThrow());
  }

  private static String text(CopyRequest request) {
    StringBuilder text = new StringBuilder(request.isAdd() ? "ADD" : "COPY");
    if (request.parents()) {
      text.append(" --parents");
    }
    if (!request.chown().isEmpty()) {
      text.append(" --chown=").append(request.chown());
    }
    if (!request.chmod().isEmpty()) {
      text.append(" --chmod=").append(request.chmod());
    }
    request.paths().sourcePaths().forEach(path -> text.append(' ').append(path));
    request.paths().sourceContents().forEach(file -> text.append(" <<").append(file.path()));
    return text.append(' ').append(request.paths().destPath()).toString();
  }
}
