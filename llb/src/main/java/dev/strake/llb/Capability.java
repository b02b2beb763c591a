package dev.strake.llb;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a daemon's solver may be able to do. An op names the ids of what it needs in its metadata, and the daemon
 * refuses the op if one is missing there.
 */
public enum Capability {
  SOURCE_IMAGE("source.image", Status.EXPERIMENTAL),
  SOURCE_IMAGE_RESOLVE_MODE("source.image.resolvemode", Status.EXPERIMENTAL),
  SOURCE_IMAGE_LAYER_LIMIT("source.image.layerlimit", Status.EXPERIMENTAL),
  SOURCE_IMAGE_CHECKSUM("source.image.checksum", Status.EXPERIMENTAL),
  SOURCE_LOCAL("source.local", Status.EXPERIMENTAL),
  SOURCE_LOCAL_UNIQUE("source.local.unique", Status.EXPERIMENTAL),
  SOURCE_LOCAL_SESSION_ID("source.local.sessionid", Status.EXPERIMENTAL),
  SOURCE_LOCAL_INCLUDE_PATTERNS("source.local.includepatterns", Status.EXPERIMENTAL),
  SOURCE_LOCAL_FOLLOW_PATHS("source.local.followpaths", Status.EXPERIMENTAL),
  SOURCE_LOCAL_EXCLUDE_PATTERNS("source.local.excludepatterns", Status.EXPERIMENTAL),
  SOURCE_LOCAL_SHARED_KEY_HINT("source.local.sharedkeyhint", Status.EXPERIMENTAL),
  SOURCE_LOCAL_DIFFER("source.local.differ", Status.EXPERIMENTAL),
  SOURCE_LOCAL_METADATA_TRANSFER("source.local.metadatatransfer", Status.EXPERIMENTAL),
  SOURCE_GIT("source.git", Status.EXPERIMENTAL),
  SOURCE_GIT_KEEP_DIR("source.git.keepgitdir", Status.EXPERIMENTAL),
  SOURCE_GIT_FULL_URL("source.git.fullurl", Status.EXPERIMENTAL),
  SOURCE_GIT_HTTP_AUTH("source.git.httpauth", Status.EXPERIMENTAL),
  SOURCE_GIT_KNOWN_SSH_HOSTS("source.git.knownsshhosts", Status.EXPERIMENTAL),
  SOURCE_GIT_MOUNT_SSH_SOCK("source.git.mountsshsock", Status.EXPERIMENTAL),
  SOURCE_GIT_SUBDIR("source.git.subdir", Status.EXPERIMENTAL),
  SOURCE_GIT_CHECKSUM("source.git.checksum", Status.EXPERIMENTAL),
  SOURCE_GIT_SKIP_SUBMODULES("source.git.skipsubmodules", Status.EXPERIMENTAL),
  SOURCE_GIT_SIGNATURE_VERIFY("source.git.signatureverify", Status.EXPERIMENTAL),
  SOURCE_GIT_MTIME("source.git.mtime", Status.EXPERIMENTAL),
  SOURCE_GIT_FETCH_BY_COMMIT("source.git.fetchbycommit", Status.EXPERIMENTAL),
  SOURCE_GIT_BUNDLE("source.git.bundle", Status.EXPERIMENTAL),
  SOURCE_GIT_CHECKOUT_BUNDLE("source.git.checkoutbundle", Status.EXPERIMENTAL),
  SOURCE_HTTP("source.http", Status.EXPERIMENTAL),
  SOURCE_HTTP_AUTH("source.http.auth", Status.EXPERIMENTAL),
  SOURCE_HTTP_CHECKSUM("source.http.checksum", Status.EXPERIMENTAL),
  SOURCE_HTTP_PERM("source.http.perm", Status.EXPERIMENTAL),
  /** The misspelling is the protocol's. */
  SOURCE_HTTP_UID_GID("soruce.http.uidgid", Status.EXPERIMENTAL),
  SOURCE_HTTP_HEADER("source.http.header", Status.EXPERIMENTAL),
  SOURCE_HTTP_SIGNATURE_VERIFY("source.http.signatureverify", Status.EXPERIMENTAL),
  SOURCE_IMAGE_BLOB("source.imageblob", Status.EXPERIMENTAL),
  SOURCE_OCI_LAYOUT("source.ocilayout", Status.EXPERIMENTAL),
  BUILD_OP_LLB_FILE_NAME("source.buildop.llbfilename", Status.EXPERIMENTAL),
  EXEC_META_BASE("exec.meta.base", Status.EXPERIMENTAL),
  EXEC_META_CGROUP_PARENT("exec.meta.cgroup.parent", Status.EXPERIMENTAL),
  EXEC_META_NETWORK("exec.meta.network", Status.EXPERIMENTAL),
  EXEC_META_NETWORK_PROXY("exec.meta.network.proxy", Status.EXPERIMENTAL),
  EXEC_META_PROXY("exec.meta.proxyenv", Status.EXPERIMENTAL),
  EXEC_META_SECURITY("exec.meta.security", Status.EXPERIMENTAL),
  EXEC_META_SECURITY_DEVICE_WHITELIST_V1("exec.meta.security.devices.v1", Status.EXPERIMENTAL),
  EXEC_META_SETS_DEFAULT_PATH("exec.meta.setsdefaultpath", Status.EXPERIMENTAL),
  EXEC_META_ULIMIT("exec.meta.ulimit", Status.EXPERIMENTAL),
  EXEC_META_CDI("exec.meta.cdi", Status.EXPERIMENTAL),
  EXEC_META_REMOVE_MOUNT_STUBS_RECURSIVE("exec.meta.removemountstubs.recursive", Status.UNREGISTERED),
  EXEC_META_LINUX_RESOURCES("exec.meta.linux.resources", Status.EXPERIMENTAL),
  EXEC_MOUNT_BIND("exec.mount.bind", Status.EXPERIMENTAL),
  EXEC_MOUNT_BIND_READ_WRITE_NO_OUTPUT("exec.mount.bind.readwrite-nooutput", Status.EXPERIMENTAL),
  EXEC_MOUNT_CACHE("exec.mount.cache", Status.EXPERIMENTAL),
  EXEC_MOUNT_CACHE_SHARING("exec.mount.cache.sharing", Status.EXPERIMENTAL),
  EXEC_MOUNT_SELECTOR("exec.mount.selector", Status.EXPERIMENTAL),
  EXEC_MOUNT_TMPFS("exec.mount.tmpfs", Status.EXPERIMENTAL),
  EXEC_MOUNT_TMPFS_SIZE("exec.mount.tmpfs.size", Status.EXPERIMENTAL),
  EXEC_MOUNT_SECRET("exec.mount.secret", Status.EXPERIMENTAL),
  EXEC_MOUNT_SSH("exec.mount.ssh", Status.EXPERIMENTAL),
  EXEC_MOUNT_CONTENT_CACHE("exec.mount.cache.content", Status.EXPERIMENTAL),
  EXEC_CGROUPS_MOUNTED("exec.cgroup", Status.EXPERIMENTAL),
  EXEC_SECRET_ENV("exec.secretenv", Status.EXPERIMENTAL),
  EXEC_VALID_EXIT_CODE("exec.validexitcode", Status.EXPERIMENTAL),
  FILE_BASE("file.base", Status.PRERELEASE),
  FILE_RM_WILDCARD("file.rm.wildcard", Status.EXPERIMENTAL),
  FILE_COPY_INCLUDE_EXCLUDE_PATTERNS("file.copy.includeexcludepatterns", Status.EXPERIMENTAL),
  FILE_COPY_REQUIRED_PATHS("file.copy.requiredpaths", Status.EXPERIMENTAL),
  FILE_RM_NO_FOLLOW_SYMLINK("file.rm.nofollowsymlink", Status.EXPERIMENTAL),
  FILE_COPY_ALWAYS_REPLACE_EXISTING_DEST_PATHS("file.copy.alwaysreplaceexistingdestpaths", Status.EXPERIMENTAL),
  FILE_COPY_MODE_STRING_FORMAT("file.copy.modestring", Status.UNREGISTERED),
  FILE_SYMLINK_CREATE("file.symlink.create", Status.EXPERIMENTAL),
  CONSTRAINTS("constraints", Status.EXPERIMENTAL),
  PLATFORM("platform", Status.EXPERIMENTAL),
  META_IGNORE_CACHE("meta.ignorecache", Status.EXPERIMENTAL),
  META_DESCRIPTION("meta.description", Status.EXPERIMENTAL),
  META_EXPORT_CACHE("meta.exportcache", Status.EXPERIMENTAL),
  REMOTE_CACHE_GHA("cache.gha", Status.EXPERIMENTAL),
  REMOTE_CACHE_S3("cache.s3", Status.EXPERIMENTAL),
  REMOTE_CACHE_AZ_BLOB("cache.azblob", Status.EXPERIMENTAL),
  MERGE_OP("mergeop", Status.EXPERIMENTAL),
  DIFF_OP("diffop", Status.EXPERIMENTAL),
  PASSTHROUGH_OP("passthroughop", Status.EXPERIMENTAL),
  ANNOTATIONS("exporter.image.annotations", Status.EXPERIMENTAL),
  ATTESTATIONS("exporter.image.attestations", Status.EXPERIMENTAL),
  SOURCE_DATE_EPOCH("exporter.sourcedateepoch", Status.EXPERIMENTAL),
  MULTIPLE_EXPORTERS("exporter.multiple", Status.EXPERIMENTAL),
  SESSION_EXPORTER("exporter.session", Status.EXPERIMENTAL),
  SOURCE_POLICY("source.policy", Status.EXPERIMENTAL),
  SOURCE_POLICY_SESSION("source.policy.session", Status.EXPERIMENTAL),
  GC_FREE_SPACE_FILTER("gc.freespacefilter", Status.EXPERIMENTAL),
  HISTORY_FILTERS("history.filter", Status.EXPERIMENTAL);

  private final String id;
  private final Status status;

  Capability(String id, Status status) {
    this.id = id;
    this.status = status;
  }

  /** The capability of this id; empty for one that this library does not know. */
  public static Optional<Capability> ofId(String id) {
    return Arrays.stream(values()).filter(capability -> capability.id.equals(id)).findFirst();
  }

  /** The id on the wire, such as {@code exec.meta.base}. */
  public String id() {
    return id;
  }

  /** How firm the capability is; a part of the sentence when it is missing. */
  public Status status() {
    return status;
  }

  /** How firm a capability is. */
  public enum Status {
    /** May still go away. */
    EXPERIMENTAL,
    /** Not yet finished. */
    PRERELEASE,
    /** An id that daemons neither announce nor know, so that none supports it. */
    UNREGISTERED
  }
}
