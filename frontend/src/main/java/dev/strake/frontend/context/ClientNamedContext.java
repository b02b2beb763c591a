package dev.strake.frontend.context;

import static dev.strake.llb.go.GoQuote.quote;

import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.frontend.context.BuildContexts.Request;
import dev.strake.frontend.options.ContextOptions;
import dev.strake.frontend.port.GatewayPort.ImageRequest;
import dev.strake.frontend.port.GatewayPort.OciLayout;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.ResolvedImage;
import dev.strake.frontend.port.NotAnImageException;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileInfo;
import dev.strake.llb.HttpOptions;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.ImageReference;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.LocalOptions.Differ;
import dev.strake.llb.OciLayoutOptions;
import dev.strake.llb.OciStore;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.util.List;
import java.util.Optional;

/** A context that the client gave for a name. */
final class ClientNamedContext implements NamedContext {

  // How often a source policy may turn an image into another source before it is taken for a circle.
  private static final int MAX_REDIRECTIONS = 10;

  private final Gateway gateway;
  private final ContextOptions options;
  private final Request request;
  private final String name;
  private final String key;

  /**
   * @param name the name in its short form
   * @param key the name in the options, which may have the platform behind it
   */
  ClientNamedContext(Gateway gateway, ContextOptions options, Request request, String name, String key) {
    this.gateway = gateway;
    this.options = options;
    this.request = request;
    this.name = name;
    this.key = key;
  }

  @Override
  public Loaded load() {
    String input = options.named().getOrDefault(key, "");
    for (int count = 0; count <= MAX_REDIRECTIONS; count++) {
      try {
        return load(input);
      } catch (NotAnImageException redirected) {
        input = redirection(redirected.updated());
      }
    }
    throw Gateway.failure(
        "context recursion limit exceeded; this may indicate a cycle in the provided source policies: " + input);
  }

  private static String redirection(String identifier) {
    int end = identifier.indexOf("://");
    if (end < 0) {
      throw Gateway.failure("could not parse ref: " + identifier);
    }
    return identifier.substring(0, end) + ":" + identifier.substring(end + "://".length());
  }

  private Loaded load(String input) {
    int colon = input.indexOf(':');
    if (colon < 0) {
      throw Gateway.failure("invalid context specifier " + input + " for " + key);
    }
    String scheme = input.substring(0, colon);
    String rest = input.substring(colon + 1);
    return switch (scheme) {
      case "docker-image" -> image(withoutSlashes(rest));
      case "git" -> git(input);
      case "http", "https" -> http(input);
      case "oci-layout" -> ociLayout(withoutSlashes(rest));
      case "local" -> local(rest);
      case "input" -> new Inputs(gateway, options).load(rest, key);
      default -> {
        if (!scheme.startsWith("git@")) {
          throw Gateway.failure("unsupported context source " + scheme + " for " + key);
        }
        yield git(input);
      }
    };
  }

  private static String withoutSlashes(String text) {
    return text.startsWith("//") ? text.substring(2) : text;
  }

  private Loaded image(String ref) {
    if (ref.equals("scratch")) {
      return tree(State.scratch());
    }
    String normalized = parse(ref).withDefaultTag().toString();
    ResolvedImage image =
        gateway
            .port()
            .resolveImageConfig(
                new ImageRequest(
                    normalized, request.platform(), request.resolveMode().text(), logName(ref), Optional.empty()));
    State state = Sources.image(image.ref(), ImageOptions.NONE.withConstraints(platformStep(ref)));
    return ImageTrees.ofRegistry(state, image.config());
  }

  private static ImageReference parse(String ref) {
    try {
      return ImageReference.parseNormalized(ref);
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure(String.valueOf(malformed.getMessage()));
    }
  }

  private String logName(String ref) {
    return "[context " + key + "] load metadata for " + ref;
  }

  private Constraints step(String what) {
    return Constraints.NONE.withCustomName("[context " + key + "] " + what);
  }

  private Constraints platformStep(String what) {
    return request.platform().map(step(what)::withPlatform).orElse(step(what));
  }

  private Loaded git(String input) {
    return switch (GitRef.parse(input)) {
      case GitRef.Found(GitRef ref) -> tree(GitContexts.state(gateway, input, ref, false, ""));
      case GitRef.Malformed(String message) -> throw Gateway.failure(message);
      case GitRef.NotGit() -> throw Gateway.failure("invalid git context " + input);
    };
  }

  private Loaded http(String input) {
    if (!(GitRef.parse(input) instanceof GitRef.NotGit)) {
      return git(input);
    }
    return tree(
        Sources.http(
            input,
            HttpOptions.NONE
                .withFile(FileInfo.NONE.withFilename("context"))
                .withConstraints(step(input))));
  }

  private Loaded ociLayout(String ref) {
    ImageReference stored;
    try {
      stored = ImageReference.parse(ref);
    } catch (IllegalArgumentException malformed) {
      throw Gateway.failure("could not parse oci-layout reference " + quote(ref) + ": " + malformed.getMessage());
    }
    if (stored.digest().isEmpty()) {
      throw Gateway.failure("oci-layout reference " + quote(stored.toString()) + " has no digest");
    }
    // The store's name says nothing to users, so the image goes by the context's.
    String shown = parse(name).withDigest(stored.digest()).toString();
    OciLayout layout = new OciLayout(gateway.port().sessionId(), stored.name());
    ResolvedImage image =
        gateway
            .port()
            .resolveImageConfig(
                new ImageRequest(
                    shown, request.platform(), request.resolveMode().text(), logName(shown), Optional.of(layout)));
    OciLayoutOptions source =
        OciLayoutOptions.NONE
            .withStore(new OciStore(layout.sessionId(), layout.storeId()))
            .withConstraints(platformStep("OCI load from client"));
    return ImageTrees.ofLayout(Sources.ociLayout(shown, source), image.config());
  }

  private Loaded local(String folder) {
    String session = gateway.sessionOf(folder);
    String ignoreFile = ClientContexts.IGNORE_FILE;
    State ignored =
        Sources.local(
            folder,
            LocalOptions.NONE
                .withSessionId(session)
                .withFollowPaths(List.of(ignoreFile))
                .withSharedKeyHint("context:" + key + "-" + ignoreFile)
                .withDiffer(new Differ("none", false))
                .withConstraints(step("load " + ignoreFile)));
    Definition definition = Marshaller.marshal(ignored, MarshalOptions.defaults());
    Reference tree = gateway.solve(definition, true);
    List<String> excluded =
        ClientContexts.parse(Gateway.readIfPossible(tree, ignoreFile).orElse(new byte[0]), ignoreFile);
    String sharedKey = "context:" + key + "-" + options.sharedKeys().getOrDefault(key, "");
    LocalOptions sent =
        LocalOptions.NONE
            .withSessionId(session)
            .withSharedKeyHint(sharedKey)
            .withExcludePatterns(excluded)
            .withConstraints(step("load from client"));
    return new Loaded.Folder(paths -> Sources.local(folder, sent.withFollowPaths(paths)));
  }

  private static Loaded tree(State state) {
    return new Loaded.Tree(state, Optional.empty());
  }
}
