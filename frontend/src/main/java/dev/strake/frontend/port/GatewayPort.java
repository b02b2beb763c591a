package dev.strake.frontend.port;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The daemon, as the compiler sees it: the only way in which this module reaches anything outside.
 *
 * <p>The bridge implements it twice: over the daemon's control socket, where the client compiles on its own side, and
 * over standard input and output, inside the frontend image. Calls may block; implementations are thread-safe. A call
 * that fails throws {@link GatewayException}.
 */
public interface GatewayPort {

  /** The frontend options, such as {@code build-arg:X}, as the client gave them. */
  Map<String, String> options();

  /** The id of the client's session; empty where there is none. */
  String sessionId();

  /** The product that exports the result, such as {@code docker}; empty where not told. */
  String product();

  /** The workers of the daemon; the first is the default one. */
  List<WorkerInfo> workers();

  /** What the daemon's gateway can do. */
  CapabilitySet gatewayCaps();

  /** What the daemon's solver can do. */
  CapabilitySet llbCaps();

  /** The named inputs that the client gave in place of contexts. */
  Map<String, State> inputs();

  /**
   * Finds an image's configuration.
   *
   * @throws NotAnImageException when a source policy has turned the reference into another kind of source
   */
  ResolvedImage resolveImageConfig(ImageRequest request);

  SourceMetadata resolveSourceMetadata(SourceRequest request);

  /**
   * Asks an SSH server, which need not be the daemon's to reach, for its key.
   *
   * @param host with the port where it is not the usual one
   * @return the server's line for OpenSSH's {@code known_hosts}; absent where it does not answer, or nobody here asks
   */
  default Optional<String> sshHostKey(String host) {
    return Optional.empty();
  }

  /** Solves a graph or another frontend's build. */
  SolveResult solve(SolveRequest request);

  /**
   * The graph of a tree to read files of. As with the reference, it is marshalled for what the gateway can do, not the
   * solver.
   */
  default Definition marshal(State tree) {
    return Marshaller.marshal(tree, MarshalOptions.defaults().withCaps(gatewayCaps()));
  }

  /** Reports a lint warning to the client. */
  void warn(BuildWarning warning);

  /** A copy in the same order that nobody changes. */
  private static <K, V> Map<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * A worker of the daemon.
   *
   * @param daemonVersion such as {@code v0.32.2}; empty where the daemon does not tell
   */
  record WorkerInfo(String id, Map<String, String> labels, List<Platform> platforms, String daemonVersion) {

    /** A worker of a daemon that does not tell its version. */
    public WorkerInfo(String id, Map<String, String> labels, List<Platform> platforms) {
      this(id, labels, platforms, "");
    }
  }

  /**
   * What image to resolve.
   *
   * @param ref the normalised reference
   * @param platform the platform to choose from an index
   * @param resolveMode {@code default}, {@code pull} or {@code local}
   * @param logName the name of the step to show
   * @param ociLayout the store of an {@code oci-layout://} reference; absent for a registry
   */
  record ImageRequest(
      String ref,
      Optional<Platform> platform,
      String resolveMode,
      String logName,
      Optional<OciLayout> ociLayout) {}

  /** Where an OCI layout's content comes from: a session (empty: this one's) and a store in it. */
  record OciLayout(String sessionId, String storeId) {}

  /**
   * An image's configuration.
   *
   * @param ref the reference after source policies
   * @param digest of the manifest or index; empty where unknown
   * @param config the configuration's JSON, byte for byte
   */
  record ResolvedImage(String ref, String digest, byte[] config) {}

  /**
   * A source, as its op's identifier and attributes, to be looked at without building.
   *
   * @param commitObject whether a git source's commit object is wanted too
   */
  record SourceRequest(
      String identifier,
      Map<String, String> attributes,
      Optional<Platform> platform,
      String resolveMode,
      String logName,
      boolean commitObject) {}

  /** What a source is; only the part that fits its scheme is filled. */
  record SourceMetadata(
      String identifier,
      Map<String, String> attributes,
      Optional<Image> image,
      Optional<Git> git,
      Optional<Http> http) {

    public SourceMetadata {
      attributes = copy(attributes);
    }

    /** An image's digest and configuration. */
    public record Image(String digest, byte[] config) {}

    /** A git source's commit. */
    public record Git(String checksum, String ref, String commitChecksum, Optional<byte[]> commitObject) {}

    /** A file's checksum and times. */
    public record Http(String checksum, String filename, Optional<java.time.Instant> lastModified) {}
  }

  /**
   * What to solve.
   *
   * @param definition the graph; absent when {@code frontend} is to build
   * @param frontend the other frontend's name, such as {@code gateway.v0}; empty for a graph
   * @param options the other frontend's options
   * @param inputs the other frontend's inputs
   * @param cacheImports caches to import, each type and its attributes
   * @param evaluate whether to run the graph at once, so that its errors come from this call
   */
  record SolveRequest(
      Optional<Definition> definition,
      String frontend,
      Map<String, String> options,
      Map<String, Definition> inputs,
      List<CacheImport> cacheImports,
      boolean evaluate) {

    public SolveRequest {
      options = copy(options);
      inputs = copy(inputs);
      cacheImports = List.copyOf(cacheImports);
    }

    /** A graph, which is built when somebody looks at what comes of it. */
    public static SolveRequest of(Definition definition) {
      return new SolveRequest(Optional.of(definition), "", Map.of(), Map.of(), List.of(), false);
    }

    /** Another frontend's build. */
    public static SolveRequest ofFrontend(
        String frontend, Map<String, String> options, Map<String, Definition> inputs) {
      return new SolveRequest(Optional.empty(), frontend, options, inputs, List.of(), false);
    }

    public SolveRequest withCacheImports(List<CacheImport> imports) {
      return new SolveRequest(definition, frontend, options, inputs, imports, evaluate);
    }

    /** The same, run at once. */
    public SolveRequest evaluated() {
      return new SolveRequest(definition, frontend, options, inputs, cacheImports, true);
    }
  }

  /** A cache to import. */
  record CacheImport(String type, Map<String, String> attributes) {}

  /**
   * A result: one reference, or one for each key, and metadata. A graph that is empty solves to no reference.
   *
   * @param attestations statements about the references, by the key of the reference that each is about
   */
  record SolveResult(
      Optional<Reference> single,
      Map<String, Optional<Reference>> multiple,
      Map<String, byte[]> metadata,
      Map<String, List<Attestation>> attestations) {

    public SolveResult {
      multiple = copy(multiple);
      metadata = copy(metadata);
      attestations = copy(attestations);
    }

    /** A result without statements about it. */
    public SolveResult(
        Optional<Reference> single, Map<String, Optional<Reference>> multiple, Map<String, byte[]> metadata) {
      this(single, multiple, metadata, Map.of());
    }
  }

  /**
   * A statement about a result, in in-toto's terms.
   *
   * @param kind whether the file at {@code path} is a predicate, or a folder of whole statements
   * @param reference where the statement's content is
   * @param path of the content in the reference
   * @param predicateType such as {@code https://spdx.dev/Document}
   */
  record Attestation(
      Kind kind,
      Optional<Reference> reference,
      String path,
      String predicateType,
      List<Subject> subjects,
      Map<String, byte[]> metadata) {

    /** What the content is; the numbers are the protocol's. */
    public enum Kind {
      IN_TOTO,
      BUNDLE
    }

    /**
     * What the statement is about.
     *
     * @param self whether the result itself is meant, and not a file of this name
     */
    public record Subject(boolean self, String name, List<String> digests) {}
  }

  /** A file tree on the daemon, built when first read. */
  interface Reference {
    String id();

    /** The tree as the beginning of a further graph. */
    State toState();

    byte[] readFile(String path);

    /** At most {@code length} bytes of the file from {@code offset} on; a {@code length} of 0 reads to the end. */
    byte[] readFile(String path, long offset, long length);

    /** Entries of a folder; {@code includePattern} empty for all. */
    List<FileStat> readDir(String path, String includePattern);

    FileStat statFile(String path);

    /** Builds it now. */
    void evaluate();
  }

  /**
   * A file's properties.
   *
   * @param mode Go's file mode bits
   * @param modifiedNanos nanoseconds since 1970
   */
  record FileStat(
      String path,
      int mode,
      int uid,
      int gid,
      long size,
      long modifiedNanos,
      String linkName,
      Map<String, byte[]> xattrs) {
    private static final int GO_MODE_DIR = 1 << 31;

    public boolean isDirectory() {
      return (mode & GO_MODE_DIR) != 0;
    }
  }

  /**
   * A lint warning as the protocol carries it.
   *
   * @param digest of the vertex that the warning is shown at
   * @param level how much it matters, from 1
   * @param ranges where in the file
   */
  record BuildWarning(
      String digest,
      int level,
      String message,
      List<String> detail,
      String url,
      SourceInfo source,
      List<LineRange> ranges) {}
}
