package dev.strake.frontend.context;

import dev.strake.frontend.archive.Archives;
import dev.strake.frontend.options.ContextOptions;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.llb.Constraints;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.FileInfo;
import dev.strake.llb.HttpOptions;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what the main context is: local, a git repository, a file or an archive on the web, or an input. */
final class MainContextLoader {

  private static final String HTTP_FILENAME = "context";
  private static final int SNIFFED_BYTES = 1024;
  private static final String INPUTS = "frontend.inputs";

  private final Gateway gateway;
  private final ContextOptions options;

  MainContextLoader(Gateway gateway, ContextOptions options) {
    this.gateway = gateway;
    this.options = options;
  }

  MainContext load() {
    MainContext found = locate();
    Optional<State> scoped =
        found.tree().map(tree -> options.subFolder().map(folder -> scope(tree, folder)).orElse(tree));
    return new MainContext(scoped, found.dockerfileTree(), found.dockerfile());
  }

  private MainContext locate() {
    String url = options.mainContext();
    return switch (GitRef.parse(url)) {
      case GitRef.Found(GitRef ref) -> remote(git(url, ref));
      case GitRef.Malformed(String message) -> throw Gateway.failure(message);
      case GitRef.NotGit() -> url.startsWith("http://") || url.startsWith("https://") ? http(url) : localOrInput();
    };
  }

  private MainContext remote(State tree) {
    return new MainContext(Optional.of(tree), Optional.of(tree), options.dockerfile());
  }

  private State git(String url, GitRef ref) {
    return GitContexts.state(gateway, url, ref, options.keepGitDir(), options.commitTimes() ? "commit" : "");
  }

  private MainContext http(String url) {
    State file =
        Sources.http(
            url,
            HttpOptions.NONE
                .withFile(FileInfo.NONE.withFilename(HTTP_FILENAME))
                .withConstraints(Constraints.NONE.withCustomName("[internal] load remote build context")));
    Reference downloaded =
        Gateway.doing("failed to resolve httpcontext", () -> gateway.solve(gateway.port().marshal(file), false));
    byte[] head =
        Gateway.doing(
            "failed to read downloaded context", () -> downloaded.readFile(HTTP_FILENAME, 0, SNIFFED_BYTES));
    if (!Archives.isArchive(head)) {
      return new MainContext(Optional.of(file), Optional.of(file), HTTP_FILENAME);
    }
    CopyOptions unpack = CopyOptions.builder().attemptUnpack(true).build();
    return remote(copy(file, "/" + HTTP_FILENAME, unpack));
  }

  private MainContext localOrInput() {
    if (!gateway.port().gatewayCaps().supports(INPUTS)) {
      return new MainContext(Optional.empty(), Optional.empty(), options.dockerfile());
    }
    Map<String, State> inputs =
        Gateway.doing("failed to get frontend inputs", () -> gateway.port().inputs());
    Optional<State> dockerfile =
        options.dockerfileSource().isPresent()
            ? Optional.empty()
            : Optional.ofNullable(inputs.get(ClientContexts.DOCKERFILE));
    return new MainContext(
        Optional.ofNullable(inputs.get(ClientContexts.CONTEXT)), dockerfile, options.dockerfile());
  }

  private static State scope(State tree, String folder) {
    return copy(tree, folder, CopyOptions.builder().dirContentsOnly(true).build());
  }

  private static State copy(State tree, String path, CopyOptions how) {
    return State.scratch()
        .file(List.of(new FileAction.Copy(CopySource.of(tree), path, "/", how)), Constraints.NONE);
  }
}
