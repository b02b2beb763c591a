package dev.strake.bridge.control;

import dev.strake.bridge.session.SessionSpec;
import dev.strake.llb.marshal.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to build, from what, and what to do with the result. Immutable.
 *
 * <pre>{@code
 * SolveSpec spec =
 *     SolveSpec.ofFrontend("dockerfile.v0")
 *         .option("filename", "Dockerfile")
 *         .session(SessionSpec.builder().local("context", dir).local("dockerfile", dir).build())
 *         .export(Export.toFile("oci", Map.of(), Path.of("image.tar")))
 *         .build();
 * }</pre>
 *
 * @param work what to build
 * @param ref the build's id; empty to have one made
 * @param options the frontend's options
 * @param inputs the frontend's inputs, by name
 * @param exports the results that are wanted
 * @param cacheImports where to look for results that were built before
 * @param cacheExports where to put them
 * @param entitlements what the build may do beyond the usual, such as {@code network.host}
 * @param session what the daemon may ask of this side
 * @param sourcePolicy what the build's sources may be; absent for anything
 * @param behaviour how the daemon is to treat the build as a whole
 * @param product who builds, as the gateway tells it to a build function; empty for nobody in particular
 */
public record SolveSpec(
    Work work,
    String ref,
    Map<String, String> options,
    Map<String, Definition> inputs,
    List<Export> exports,
    List<CacheEntry> cacheImports,
    List<CacheEntry> cacheExports,
    List<String> entitlements,
    SessionSpec session,
    Optional<SourcePolicy> sourcePolicy,
    DaemonBehaviour behaviour,
    String product) {

  public SolveSpec {
    options = Map.copyOf(options);
    inputs = Map.copyOf(inputs);
    exports = List.copyOf(exports);
    cacheImports = List.copyOf(cacheImports);
    cacheExports = List.copyOf(cacheExports);
    entitlements = List.copyOf(entitlements);
  }

  /**
   * How the daemon is to treat the build as a whole.
   *
   * @param internal whether to leave it out of the daemon's history
   * @param proxyNetwork whether steps reach the network only through the daemon's proxy
   * @param compatibilityVersion the results' format, such as 20; 0 for the daemon's newest
   */
  public record DaemonBehaviour(boolean internal, boolean proxyNetwork, int compatibilityVersion) {
    private static final DaemonBehaviour USUAL = new DaemonBehaviour(false, false, 0);

    /** Nothing out of the ordinary. */
    public static DaemonBehaviour usual() {
      return USUAL;
    }
  }

  /** What to build. */
  public sealed interface Work {
    /** What the daemon builds without any part of it being done in this process. */
    sealed interface OfDaemon extends Work {}

    /** A graph. */
    record Graph(Definition definition) implements OfDaemon {}

    /** Whatever a frontend of the daemon makes of its options, such as {@code dockerfile.v0}. */
    record Frontend(String name) implements OfDaemon {}

    /** Whatever a frontend in this process makes of its options. */
    record Function(BuildFunction function) implements Work {}

    /**
     * The daemon's work, asked for through the gateway.
     *
     * @param metadata is told what the result says of itself
     */
    record Forwarded(OfDaemon work, Consumer<Map<String, byte[]>> metadata) implements Work {}
  }

  /** The same with these caches to import. */
  SolveSpec withCacheImports(List<CacheEntry> imports) {
    return new SolveSpec(
        work,
        ref,
        options,
        inputs,
        exports,
        imports,
        cacheExports,
        entitlements,
        session,
        sourcePolicy,
        behaviour,
        product);
  }

  /** The same build with other results. */
  public SolveSpec withExports(List<Export> others) {
    return new SolveSpec(
        work,
        ref,
        options,
        inputs,
        others,
        cacheImports,
        cacheExports,
        entitlements,
        session,
        sourcePolicy,
        behaviour,
        product);
  }

  public static Builder ofGraph(Definition definition) {
    return new Builder(new Work.Graph(definition));
  }

  public static Builder ofFrontend(String name) {
    return new Builder(new Work.Frontend(name));
  }

  /**
   * A graph that the daemon is asked for through the gateway: as the reference's command does it, so that the daemon's
   * own record of the build is the same.
   *
   * @param metadata is told what the result says of itself
   */
  public static Builder ofForwardedGraph(Definition definition, Consumer<Map<String, byte[]>> metadata) {
    return new Builder(new Work.Forwarded(new Work.Graph(definition), metadata));
  }

  /**
   * A frontend's build that the daemon is asked for through the gateway, for the same reason.
   *
   * @param metadata is told what the result says of itself, which is how a frontend answers a question
   */
  public static Builder ofForwardedFrontend(String name, Consumer<Map<String, byte[]>> metadata) {
    return new Builder(new Work.Forwarded(new Work.Frontend(name), metadata));
  }

  public static Builder ofFunction(BuildFunction function) {
    return new Builder(new Work.Function(function));
  }

  /** Collects a spec. Not thread-safe. */
  public static final class Builder {
    private final Work work;
    private String ref = "";
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, Definition> inputs = new LinkedHashMap<>();
    private final List<Export> exports = new ArrayList<>();
    private final List<CacheEntry> cacheImports = new ArrayList<>();
    private final List<CacheEntry> cacheExports = new ArrayList<>();
    private final List<String> entitlements = new ArrayList<>();
    private SessionSpec session = SessionSpec.empty();
    private Optional<SourcePolicy> sourcePolicy = Optional.empty();
    private DaemonBehaviour behaviour = DaemonBehaviour.usual();
    private String product = "";

    private Builder(Work work) {
      this.work = work;
    }

    public Builder ref(String id) {
      this.ref = id;
      return this;
    }

    public Builder option(String key, String value) {
      options.put(key, value);
      return this;
    }

    public Builder options(Map<String, String> more) {
      options.putAll(more);
      return this;
    }

    public Builder input(String name, Definition definition) {
      inputs.put(name, definition);
      return this;
    }

    public Builder export(Export export) {
      exports.add(export);
      return this;
    }

    public Builder cacheImport(CacheEntry entry) {
      cacheImports.add(entry);
      return this;
    }

    public Builder cacheExport(CacheEntry entry) {
      cacheExports.add(entry);
      return this;
    }

    public Builder entitlement(String name) {
      entitlements.add(name);
      return this;
    }

    public Builder session(SessionSpec spec) {
      this.session = spec;
      return this;
    }

    public Builder sourcePolicy(SourcePolicy policy) {
      this.sourcePolicy = Optional.of(policy);
      return this;
    }

    public Builder behaviour(DaemonBehaviour wanted) {
      this.behaviour = wanted;
      return this;
    }

    public Builder product(String name) {
      this.product = name;
      return this;
    }

    public SolveSpec build() {
      return new SolveSpec(
          work,
          ref,
          options,
          inputs,
          exports,
          cacheImports,
          cacheExports,
          entitlements,
          session,
          sourcePolicy,
          behaviour,
          product);
    }
  }
}
