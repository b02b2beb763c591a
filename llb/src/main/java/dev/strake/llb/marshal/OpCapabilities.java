package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.Meta;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.MountContentCache;
import dev.strake.llb.pb.NetMode;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.SecurityMode;
import dev.strake.llb.pb.SourceOp;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an op needs, told from its message alone.
 *
 * @param required what it must declare
 * @param possible what it may declare: that depends on what was asked for, and not on the message
 */
record OpCapabilities(Set<String> required, Set<String> possible) {
  private static final Map<String, Capability> BY_ATTRIBUTE =
      Map.ofEntries(
          Map.entry("image.layerlimit", Capability.SOURCE_IMAGE_LAYER_LIMIT),
          Map.entry("image.checksum", Capability.SOURCE_IMAGE_CHECKSUM),
          Map.entry("local.session", Capability.SOURCE_LOCAL_SESSION_ID),
          Map.entry("local.unique", Capability.SOURCE_LOCAL_UNIQUE),
          Map.entry("local.includepattern", Capability.SOURCE_LOCAL_INCLUDE_PATTERNS),
          Map.entry("local.followpaths", Capability.SOURCE_LOCAL_FOLLOW_PATHS),
          Map.entry("local.excludepatterns", Capability.SOURCE_LOCAL_EXCLUDE_PATTERNS),
          Map.entry("local.sharedkeyhint", Capability.SOURCE_LOCAL_SHARED_KEY_HINT),
          Map.entry("local.metadatatransfer", Capability.SOURCE_LOCAL_METADATA_TRANSFER),
          Map.entry("git.keepgitdir", Capability.SOURCE_GIT_KEEP_DIR),
          Map.entry("git.fullurl", Capability.SOURCE_GIT_FULL_URL),
          Map.entry("git.mountsshsock", Capability.SOURCE_GIT_MOUNT_SSH_SOCK),
          Map.entry("git.checksum", Capability.SOURCE_GIT_CHECKSUM),
          Map.entry("git.skipsubmodules", Capability.SOURCE_GIT_SKIP_SUBMODULES),
          Map.entry("git.mtime", Capability.SOURCE_GIT_MTIME),
          Map.entry("git.fetchbycommit", Capability.SOURCE_GIT_FETCH_BY_COMMIT),
          Map.entry("git.bundle", Capability.SOURCE_GIT_BUNDLE),
          Map.entry("git.checkoutbundle", Capability.SOURCE_GIT_CHECKOUT_BUNDLE),
          Map.entry("http.checksum", Capability.SOURCE_HTTP_CHECKSUM),
          Map.entry("http.authheadersecret", Capability.SOURCE_HTTP_AUTH));

  static OpCapabilities of(Op op, OpMetadata metadata) {
    OpCapabilities capabilities = new OpCapabilities(new HashSet<>(), new HashSet<>());
    switch (op.getOpCase()) {
      case SOURCE -> capabilities.source(op.getSource());
      case EXEC -> capabilities.exec(op.getExec(), metadata);
      case FILE -> capabilities.require(true, Capability.FILE_BASE);
      case MERGE -> capabilities.require(true, Capability.MERGE_OP);
      case DIFF -> capabilities.require(true, Capability.DIFF_OP);
      case BUILD -> capabilities.require(true, Capability.BUILD_OP_LLB_FILE_NAME);
      case PASSTHROUGH -> capabilities.require(true, Capability.PASSTHROUGH_OP);
      case OP_NOT_SET -> { }
    }
    return capabilities;
  }

  private void require(boolean condition, Capability capability) {
    if (condition) {
      required.add(capability.id());
    }
  }

  private void allow(boolean condition, Capability capability) {
    if (condition) {
      possible.add(capability.id());
    }
  }

  private void source(SourceOp source) {
    Map<String, String> attributes = source.getAttrsMap();
    int end = source.getIdentifier().indexOf("://");
    String scheme = end < 0 ? "" : source.getIdentifier().substring(0, end);
    boolean http = scheme.equals("http") || scheme.equals("https");
    boolean blob = scheme.endsWith("+blob");
    require(scheme.equals("docker-image"), Capability.SOURCE_IMAGE);
    require(blob, Capability.SOURCE_IMAGE_BLOB);
    require(scheme.equals("oci-layout"), Capability.SOURCE_OCI_LAYOUT);
    require(scheme.equals("local"), Capability.SOURCE_LOCAL);
    require(scheme.equals("git"), Capability.SOURCE_GIT);
    require(http, Capability.SOURCE_HTTP);
    BY_ATTRIBUTE.forEach((attribute, capability) -> require(attributes.containsKey(attribute), capability));
    boolean owned = attributes.containsKey("http.uid") || attributes.containsKey("http.gid");
    require(http && attributes.containsKey("http.perm"), Capability.SOURCE_HTTP_PERM);
    require(http && owned, Capability.SOURCE_HTTP_UID_GID);
    boolean header = attributes.keySet().stream().anyMatch(name -> name.startsWith("http.header."));
    require(header, Capability.SOURCE_HTTP_HEADER);
    boolean signature = attributes.keySet().stream().anyMatch(name -> name.startsWith("http.sig."));
    require(signature, Capability.SOURCE_HTTP_SIGNATURE_VERIFY);
    require("pull".equals(attributes.get("image.resolvemode")), Capability.SOURCE_IMAGE_RESOLVE_MODE);
    boolean ssh = attributes.containsKey("git.mountsshsock");
    require(ssh, Capability.SOURCE_GIT_KNOWN_SSH_HOSTS);
    allow(attributes.containsKey("local.differ"), Capability.SOURCE_LOCAL_DIFFER);
    boolean secret = attributes.containsKey("git.authtokensecret") || attributes.containsKey("git.authheadersecret");
    allow(secret, Capability.SOURCE_GIT_HTTP_AUTH);
  }

  private void exec(ExecOp exec, OpMetadata metadata) {
    Meta meta = exec.getMeta();
    require(true, Capability.EXEC_META_BASE);
    require(meta.getUlimitCount() > 0, Capability.EXEC_META_ULIMIT);
    require(meta.getValidExitCodesCount() > 0, Capability.EXEC_VALID_EXIT_CODE);
    require(meta.hasProxyEnv(), Capability.EXEC_META_PROXY);
    require(metadata.linuxResources().isPresent(), Capability.EXEC_META_LINUX_RESOURCES);
    require(exec.getNetwork() != NetMode.UNSET, Capability.EXEC_META_NETWORK);
    require(exec.getSecurity() != SecurityMode.SANDBOX, Capability.EXEC_META_SECURITY);
    require(exec.getCdiDevicesCount() > 0, Capability.EXEC_META_CDI);
    require(exec.getSecretenvCount() > 0, Capability.EXEC_SECRET_ENV);
    require(exec.getSecretenvCount() > 0, Capability.EXEC_MOUNT_SECRET);
    exec.getMountsList().forEach(this::mount);
    allow(true, Capability.EXEC_META_SETS_DEFAULT_PATH);
  }

  private void mount(Mount mount) {
    require(!mount.getSelector().isEmpty(), Capability.EXEC_MOUNT_SELECTOR);
    require(mount.getContentCache() != MountContentCache.DEFAULT, Capability.EXEC_MOUNT_CONTENT_CACHE);
    switch (mount.getMountType()) {
      case BIND -> require(mount.getInput() >= 0, Capability.EXEC_MOUNT_BIND);
      case SECRET -> require(true, Capability.EXEC_MOUNT_SECRET);
      case SSH -> require(true, Capability.EXEC_MOUNT_SSH);
      case CACHE -> {
        require(true, Capability.EXEC_MOUNT_CACHE);
        require(true, Capability.EXEC_MOUNT_CACHE_SHARING);
      }
      case TMPFS -> {
        require(true, Capability.EXEC_MOUNT_TMPFS);
        require(mount.getTmpfsOpt().getSize() > 0, Capability.EXEC_MOUNT_TMPFS_SIZE);
      }
      case UNRECOGNIZED -> { }
    }
  }
}
