package dev.strake.llb;

import dev.strake.llb.go.GoJson;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** States that begin outside of the graph. */
public final class Sources {
  private Sources() {}

  /** An image of a registry. A name that is none shows when the graph is marshalled. */
  public static State image(String reference, ImageOptions options) {
    String name = reference;
    String error = "";
    try {
      name = ImageReference.parseNormalized(reference).withDefaultTag().toString();
    } catch (IllegalArgumentException e) {
      error = String.valueOf(e.getMessage());
    }
    ResolveMode mode = options.resolveMode();
    return new SourceBuilder(Capability.SOURCE_IMAGE)
        .attribute("image.resolvemode", mode == ResolveMode.DEFAULT ? "" : mode.text())
        .require(mode == ResolveMode.PULL, Capability.SOURCE_IMAGE_RESOLVE_MODE)
        .attribute("image.recordtype", options.recordType())
        .attribute("image.layerlimit", text(options.layerLimit()), Capability.SOURCE_IMAGE_LAYER_LIMIT)
        .attribute("image.checksum", options.checksum(), Capability.SOURCE_IMAGE_CHECKSUM)
        .build("docker-image://" + name, error, options.constraints());
  }

  /** A blob of a registry, by digest, as a file. */
  public static State imageBlob(String reference, BlobOptions options) {
    SourceBuilder source = new SourceBuilder(Capability.SOURCE_IMAGE_BLOB).file(options.file());
    return blob(source, "docker-image+blob://", reference, options);
  }

  /** An image of an OCI layout that the client has. */
  public static State ociLayout(String reference, OciLayoutOptions options) {
    return new SourceBuilder(Capability.SOURCE_OCI_LAYOUT)
        .store(options.store())
        .attribute("oci.layerlimit", text(options.layerLimit()))
        .build("oci-layout://" + reference, options.constraints());
  }

  /** A blob of an OCI layout, by digest, as a file. */
  public static State ociLayoutBlob(String reference, BlobOptions options) {
    SourceBuilder source = new SourceBuilder(Capability.SOURCE_IMAGE_BLOB).file(options.file()).store(options.store());
    return blob(source, "oci-layout+blob://", reference, options);
  }

  /** A directory that the client offers under the name. */
  public static State local(String name, LocalOptions options) {
    LocalOptions.Differ differ = options.differ();
    boolean metadataOnly = options.metadataOnly().isPresent();
    SourceBuilder source =
        new SourceBuilder(Capability.SOURCE_LOCAL)
            .attribute("local.session", options.sessionId(), Capability.SOURCE_LOCAL_SESSION_ID)
            .attribute(
                "local.includepattern", json(options.includePatterns()), Capability.SOURCE_LOCAL_INCLUDE_PATTERNS)
            .attribute("local.followpaths", json(options.followPaths()), Capability.SOURCE_LOCAL_FOLLOW_PATHS)
            .attribute(
                "local.excludepatterns", json(options.excludePatterns()), Capability.SOURCE_LOCAL_EXCLUDE_PATTERNS)
            .attribute("local.sharedkeyhint", options.sharedKeyHint(), Capability.SOURCE_LOCAL_SHARED_KEY_HINT)
            .attribute("local.differ", differ.type())
            .require(differ.required() && !differ.type().isEmpty(), Capability.SOURCE_LOCAL_DIFFER)
            .flag("local.metadatatransfer", metadataOnly, Capability.SOURCE_LOCAL_METADATA_TRANSFER)
            .attribute("local.metadatatransferexclude", json(options.metadataOnly().orElse(List.of())));
    return source.build("local://" + name, options.constraints());
  }

  /**
   * A repository's tree.
   *
   * @param url a URL or git's short form for SSH; without a protocol, {@code https} is meant
   */
  public static State git(String url, GitOptions options) {
    GoResult<GitRemote> remote = GitRemote.parse(url);
    String full = url;
    if (remote.errorMessage().equals(GitRemote.UNKNOWN_PROTOCOL)) {
      full = "https://" + url;
      remote = GitRemote.parse(full);
    }
    boolean secrets = options.requireAuth();
    SourceBuilder source =
        new SourceBuilder(Capability.SOURCE_GIT)
            .flag("git.keepgitdir", options.keepGitDir(), Capability.SOURCE_GIT_KEEP_DIR)
            .attribute(
                "git.fullurl", remote.value().map(GitRemote::remote).orElse(full), Capability.SOURCE_GIT_FULL_URL)
            .attribute("git.authtokensecret", options.authTokenSecret())
            .require(secrets && !options.authTokenSecret().isEmpty(), Capability.SOURCE_GIT_HTTP_AUTH)
            .attribute("git.authheadersecret", options.authHeaderSecret())
            .require(secrets && !options.authHeaderSecret().isEmpty(), Capability.SOURCE_GIT_HTTP_AUTH);
    if (remote.value().map(GitRemote::isSsh).orElse(false)) {
      String agent = options.mountSshSock();
      source
          .attribute("git.knownsshhosts", options.knownSshHosts())
          .require(true, Capability.SOURCE_GIT_KNOWN_SSH_HOSTS)
          .attribute("git.mountsshsock", agent.isEmpty() ? "default" : agent, Capability.SOURCE_GIT_MOUNT_SSH_SOCK);
    }
    String identifier = remote.value().map(each -> gitIdentifier(each, options)).orElse(full);
    return withGitChoices(source, options).build("git://" + identifier, options.constraints());
  }

  /**
   * The server of a repository that is reached by SSH, with the port where the address has one; absent for others.
   *
   * @param url as {@link #git} takes it
   */
  public static Optional<String> sshHost(String url) {
    return GitRemote.parse(url).value().filter(GitRemote::isSsh).map(GitRemote::host);
  }

  private static SourceBuilder withGitChoices(SourceBuilder source, GitOptions options) {
    return source
        .attribute("git.checksum", options.checksum(), Capability.SOURCE_GIT_CHECKSUM)
        .flag("git.skipsubmodules", options.skipSubmodules(), Capability.SOURCE_GIT_SKIP_SUBMODULES)
        .attribute("git.mtime", options.mtime(), Capability.SOURCE_GIT_MTIME)
        .flag("git.fetchbycommit", options.fetchByCommit(), Capability.SOURCE_GIT_FETCH_BY_COMMIT)
        .attribute("git.bundle", options.bundle(), Capability.SOURCE_GIT_BUNDLE)
        .store(options.bundleStore())
        .flag("git.checkoutbundle", options.checkoutBundle(), Capability.SOURCE_GIT_CHECKOUT_BUNDLE);
  }

  /** The same for all protocols by which a repository can be reached, so that they share their cache. */
  private static String gitIdentifier(GitRemote remote, GitOptions options) {
    String fragment = options.subdir().isEmpty() ? options.ref() : options.ref() + ":" + options.subdir();
    String place = remote.host() + GoPath.join("/", remote.path());
    return fragment.isEmpty() ? place : place + "#" + fragment;
  }

  /** A file of a web server. */
  public static State http(String url, HttpOptions options) {
    FileInfo file = options.file();
    SourceBuilder source =
        new SourceBuilder(Capability.SOURCE_HTTP)
            .attribute("http.checksum", options.checksum(), Capability.SOURCE_HTTP_CHECKSUM)
            .file(file)
            .require(file.perm() != 0, Capability.SOURCE_HTTP_PERM)
            .require(file.uid() != 0 || file.gid() != 0, Capability.SOURCE_HTTP_UID_GID)
            .attribute("http.authheadersecret", options.authHeaderSecret(), Capability.SOURCE_HTTP_AUTH);
    options
        .header()
        .ifPresent(
            header ->
                source
                    .attribute("http.header.accept", header.accept())
                    .attribute("http.header.user-agent", header.userAgent())
                    .require(true, Capability.SOURCE_HTTP_HEADER));
    options
        .signature()
        .ifPresent(
            signature ->
                source
                    .attribute("http.sig.pubkey", signature.publicKey())
                    .attribute("http.sig.signature", signature.signature())
                    .require(true, Capability.SOURCE_HTTP_SIGNATURE_VERIFY));
    return source.build(url, options.constraints());
  }

  /** A source as an op tells it. What it needs of the daemon is not known, and is not told. */
  public static State of(String identifier, Map<String, String> attributes) {
    SourceBuilder source = new SourceBuilder();
    attributes.forEach(source::attribute);
    return source.build(identifier, Constraints.NONE);
  }

  private static State blob(SourceBuilder source, String scheme, String reference, BlobOptions options) {
    String name = "invalid";
    String error = "";
    try {
      ImageReference parsed = ImageReference.parseNormalized(reference);
      if (!parsed.tag().isEmpty()) {
        error = "tagged image reference not allowed for blob reference";
      } else if (parsed.digest().isEmpty()) {
        error = "checksum required in blob reference";
      } else {
        name = parsed.toString();
      }
    } catch (IllegalArgumentException e) {
      error = String.valueOf(e.getMessage());
    }
    return source.build(scheme + name, error, options.constraints());
  }

  private static String text(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
  }

  private static String json(List<String> texts) {
    return texts.isEmpty() ? "" : GoJson.strings(texts);
  }
}
