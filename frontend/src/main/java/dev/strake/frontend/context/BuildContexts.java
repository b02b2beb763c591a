package dev.strake.frontend.context;

import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.Platform;
import dev.strake.llb.ResolveMode;
import dev.strake.llb.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a build's files come from, as lowering sees it. Calls may ask the daemon and block; implementations are
 * thread-safe.
 *
 * <p>A context that cannot be had throws {@link GatewayException}, whose message is the sentence for the
 * user, wrapping included.
 */
public interface BuildContexts {

  /** The name by which the main context is spoken of. */
  String MAIN = "context";

  /**
   * The main context.
   *
   * @param followPaths the only paths that are needed, sorted; empty when all are. It matters to a local context only
   */
  State mainContext(List<String> followPaths);

  /** What the main context's {@code .dockerignore} says, line by line; empty when it is not local or has none. */
  List<String> dockerIgnorePatterns();

  /**
   * The context that the client gave for a stage's or an image's name. Nothing is loaded yet.
   *
   * @return empty where the client gave none
   */
  Optional<NamedContext> namedContext(Request request);

  /** The server's line of {@code known_hosts}, for a repository that is reached by SSH; empty where there is none. */
  String knownHosts(String repository);

  /**
   * What context is asked for.
   *
   * @param name a stage's name or an image's reference; {@code scratch} and {@link #MAIN} are never asked for
   * @param platform what the context is wanted for; absent where nothing is known
   */
  record Request(String name, Optional<Platform> platform, ResolveMode resolveMode) {}

  /** A context that has a name. */
  interface NamedContext {

    /** Loads it. */
    Loaded load();
  }

  /** A loaded context. */
  sealed interface Loaded {

    /**
     * A tree that is known.
     *
     * @param state its files; with an image's configuration, that configuration's settings too
     * @param imageConfig the image's configuration; absent for plain files
     */
    record Tree(State state, Optional<ImageConfig> imageConfig) implements Loaded {}

    /**
     * A local folder, of which only what the build uses is sent.
     *
     * @param state the folder's state for the paths that are used, sorted; for all of it when the list is empty. Asked
     *     once, when all stages are lowered
     */
    record Folder(Function<List<String>, State> state) implements Loaded {}
  }
}
