package dev.strake.frontend.context;

import dev.strake.frontend.options.ContextOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.llb.Constraints;
import dev.strake.llb.ImageReference;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.LocalOptions.Differ;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.SourceMap;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.marshal.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contexts that the client gave with its options, and the Dockerfile. What is looked at is looked at once.
 *
 * <p>Thread-safe. Failures are {@link GatewayException}s with the reference's messages.
 */
public final class ClientContexts implements BuildContexts {

  static final String CONTEXT = "context";
  static final String DOCKERFILE = "dockerfile";
  static final String IGNORE_FILE = ".dockerignore";

  private static final String DEFAULT_DOCKERFILE = "Dockerfile";
  private static final Differ NO_DIFFER = new Differ("none", false);

  private final Gateway gateway;
  private final ContextOptions options;
  private final Platform defaultPlatform;
  private final Once<MainContext> mainContext;
  private final Once<DockerfileRead> dockerfile = new Once<>(this::load);
  private final Once<List<String>> ignorePatterns = new Once<>(this::loadIgnorePatterns);

  /** @param defaultPlatform what a context is for where nobody says it */
  public ClientContexts(GatewayPort port, ContextOptions options, Platform defaultPlatform) {
    this.gateway = new Gateway(port, options.sessions());
    this.options = options;
    this.defaultPlatform = defaultPlatform;
    this.mainContext = new Once<>(new MainContextLoader(gateway, options)::load);
  }

  /** Reads the Dockerfile. */
  public DockerfileSource readDockerfile() {
    return dockerfile.get().source;
  }

  @Override
  public State mainContext(List<String> followPaths) {
    Optional<State> remote = mainContext.get().tree();
    if (remote.isPresent()) {
      return remote.get();
    }
    List<String> excluded = Gateway.doing("failed to read dockerignore patterns", ignorePatterns::get);
    return Sources.local(
        CONTEXT,
        local(CONTEXT, CONTEXT, "[internal] load build context")
            .withExcludePatterns(excluded)
            .withFollowPaths(followPaths));
  }

  @Override
  public List<String> dockerIgnorePatterns() {
    return mainContext.get().tree().isPresent() ? List.of() : ignorePatterns.get();
  }

  @Override
  public Optional<NamedContext> namedContext(Request request) {
    String name;
    try {
      name = ImageReference.parseNormalized(request.name()).familiar();
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure("invalid context name " + request.name() + ": " + malformed.getMessage());
    }
    String plain = name.endsWith(":latest") ? name.substring(0, name.length() - ":latest".length()) : name;
    Platform platform = Platforms.normalize(request.platform().orElse(defaultPlatform));
    String qualified = plain + "::" + Platforms.formatAll(platform);
    return Optional.of(options.named().containsKey(qualified) ? qualified : plain)
        .filter(options.named()::containsKey)
        .map(key -> new ClientNamedContext(gateway, options, request, plain, key));
  }

  @Override
  public String knownHosts(String repository) {
    return gateway.knownHosts(repository);
  }

  /** Options of a local folder that all of its uses have. */
  private LocalOptions local(String folder, String sharedKey, String step) {
    return LocalOptions.NONE
        .withSessionId(gateway.sessionOf(folder))
        .withSharedKeyHint(sharedKey)
        .withConstraints(Constraints.NONE.withCustomName(step));
  }

  /** The Dockerfile, and the ignore file that belongs to it alone. */
  private record DockerfileRead(DockerfileSource source, Optional<byte[]> ignoreFile) {}

  private DockerfileRead load() {
    MainContext context = mainContext.get();
    String path = context.dockerfile();
    State tree =
        context
            .dockerfileTree()
            .filter(remote -> options.dockerfileSource().isEmpty())
            .orElseGet(() -> localDockerfile(path));
    Definition definition = gateway.port().marshal(tree);
    Reference reference =
        Gateway.doing("failed to resolve dockerfile", () -> gateway.solve(definition, false));
    byte[] content = readDockerfile(reference, path);
    SourceMap map = new SourceMap(Optional.of(tree), path, "Dockerfile", content);
    Optional<byte[]> ignoreFile = Gateway.readIfPossible(reference, path + IGNORE_FILE);
    return new DockerfileRead(DockerfileSource.of(map, definition), ignoreFile);
  }

  private State localDockerfile(String path) {
    String folder = options.dockerfileSource().orElse(DOCKERFILE);
    List<String> paths = new ArrayList<>(List.of(path, path + IGNORE_FILE));
    lowerCase(path).ifPresent(paths::add);
    return Sources.local(
        folder,
        local(folder, folder, "[internal] load build definition from " + path)
            .withFollowPaths(paths)
            .withDiffer(NO_DIFFER));
  }

  private static byte[] readDockerfile(Reference tree, String path) {
    try {
      return tree.readFile(path);
    } catch (GatewayException missing) {
      return lowerCase(path)
          .flatMap(other -> Gateway.readIfPossible(tree, other))
          .orElseThrow(() -> missing.within("failed to read dockerfile"));
    }
  }

  /** The name in lower case that a Dockerfile may have in place of the usual one. */
  private static Optional<String> lowerCase(String path) {
    return GoPath.base(path).equals(DEFAULT_DOCKERFILE)
        ? Optional.of(GoPath.join(GoPath.dir(path), "dockerfile"))
        : Optional.empty();
  }

  private List<String> loadIgnorePatterns() {
    Optional<byte[]> own = dockerfile.get().ignoreFile;
    if (own.isPresent()) {
      return parse(own.get(), mainContext.get().dockerfile() + IGNORE_FILE);
    }
    State file =
        Sources.local(
            CONTEXT,
            local(CONTEXT, CONTEXT + "-" + IGNORE_FILE, "[internal] load " + IGNORE_FILE)
                .withFollowPaths(List.of(IGNORE_FILE))
                .withDiffer(NO_DIFFER));
    Reference tree = gateway.solve(gateway.port().marshal(file), false);
    return parse(Gateway.readIfPossible(tree, IGNORE_FILE).orElse(new byte[0]), IGNORE_FILE);
  }

  static List<String> parse(byte[] content, String name) {
    try {
      return List.copyOf(IgnoreFile.parse(content));
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure("failed parsing " + name + ": " + malformed.getMessage());
    }
  }
}
