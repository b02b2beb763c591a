package dev.strake.bridge.differential;

import dev.strake.llb.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which all files are built.
 *
 * @param options frontend options for every file; a case's own win
 * @param dockerIgnore the lines of a {@code .dockerignore} for files that have none
 * @param missing the solver's capabilities that neither frontend is told of
 */
record Variant(String name, Map<String, String> options, List<String> dockerIgnore, Set<String> missing) {

  static final Variant DEFAULT = new Variant("default", Map.of(), List.of(), Set.of());

  static final Variant ARM64 = new Variant("arm64", Map.of("platform", "linux/arm64"), List.of(), Set.of());

  static final Variant THREE_PLATFORMS =
      new Variant(
          "three-platforms", Map.of("platform", "linux/amd64,linux/arm64,linux/arm/v7"), List.of(), Set.of());

  /** The same, but with these lines in place of its ignore file, where there are any. */
  Variant ignoring(List<String> lines) {
    return lines.isEmpty() ? this : new Variant(name, options, lines, missing);
  }

  /** All capabilities that change what the reference makes of a file, but for the one without which it makes nothing. */
  static final Variant OLDER_DAEMON =
      new Variant(
          "older-daemon",
          Map.of(
              "ulimit", "nofile=1024:2048", "shm-size", "67108864", "cgroup-parent", "/custom", "memory", "536870912"),
          List.of(),
          Stream.of(
                  Capability.MERGE_OP,
                  Capability.EXEC_META_CDI,
                  Capability.EXEC_META_CGROUP_PARENT,
                  Capability.EXEC_META_LINUX_RESOURCES,
                  Capability.EXEC_META_SETS_DEFAULT_PATH,
                  Capability.EXEC_META_ULIMIT,
                  Capability.EXEC_MOUNT_BIND_READ_WRITE_NO_OUTPUT,
                  Capability.EXEC_MOUNT_TMPFS_SIZE)
              .map(Capability::id)
              .collect(Collectors.toUnmodifiableSet()));

  static final Variant MANY_OPTIONS =
      new Variant(
          "many-options",
          Map.ofEntries(
              Map.entry("add-hosts", "one=10.0.0.1,two=fe80::1"),
              Map.entry("attest:provenance", "mode=max"),
              Map.entry("build-arg:BUILDKIT_CACHE_MOUNT_NS", "namespace"),
              Map.entry("build-arg:BUILDKIT_CONTEXT_KEEP_GIT_DIR", "1"),
              Map.entry("build-arg:BUILDKIT_INLINE_CACHE", "1"),
              Map.entry("build-arg:BUILDKIT_MULTI_PLATFORM", "1"),
              Map.entry("build-arg:HTTP_PROXY", "http://proxy.test:3128"),
              Map.entry("build-arg:SOURCE_DATE_EPOCH", "1700000000"),
              Map.entry("build-arg:TAG", "from-option"),
              Map.entry("build-arg:TARGETARCH", "overridden"),
              Map.entry("build-arg:VERSION", "1.2.3 <&>"),
              Map.entry("build-arg:no_proxy", "localhost,127.0.0.1"),
              Map.entry("cgroup-parent", "/custom/parent"),
              Map.entry("cpuquota", "50000"),
              Map.entry("force-network-mode", "host"),
              Map.entry("hostname", "builder.test"),
              Map.entry("image-resolve-mode", "pull"),
              Map.entry("label:a", "first"),
              Map.entry("label:org.opencontainers.image.title", "T & <t>"),
              Map.entry("memory", "536870912"),
              Map.entry("no-cache", ""),
              Map.entry("sharedkey:localdir:context", "shared"),
              Map.entry("shm-size", "67108864"),
              Map.entry("ulimit", "nofile=1024:2048,nproc=100")),
          List.of("# comment", "*.md", "!README.md", "node_modules", "**/*.tmp", "/dist", "conf*", ""),
          Set.of());
}
