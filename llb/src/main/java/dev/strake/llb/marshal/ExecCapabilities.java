package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.ContentCache;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.ExecVertex;
import dev.strake.llb.Mount;
import dev.strake.llb.NetworkMode;
import dev.strake.llb.SecurityMode;
import dev.strake.llb.State;
import java.util.EnumSet;
import java.util.Set;

/** What a process needs. */
final class ExecCapabilities {
  private final Set<Capability> needed = EnumSet.of(Capability.EXEC_META_BASE);

  private ExecCapabilities() {}

  static Set<Capability> of(ExecVertex vertex, Graph graph) {
    ExecCapabilities capabilities = new ExecCapabilities();
    boolean setsPath =
        graph.options().caps().map(caps -> caps.supports(Capability.EXEC_META_SETS_DEFAULT_PATH)).orElse(false);
    capabilities.add(setsPath, Capability.EXEC_META_SETS_DEFAULT_PATH);
    capabilities.addProcess(vertex.process(), vertex.spec());
    for (Mount mount : vertex.mounts()) {
      capabilities.addMount(mount, graph);
    }
    return capabilities.needed;
  }

  private void add(boolean condition, Capability capability) {
    if (condition) {
      needed.add(capability);
    }
  }

  private void addProcess(State process, ExecSpec spec) {
    boolean limited = spec.constraints().metadata().linuxResources().isPresent();
    boolean secretEnv = spec.secrets().stream().anyMatch(secret -> secret.env().isPresent());
    add(!spec.validExitCodes().isEmpty(), Capability.EXEC_VALID_EXIT_CODE);
    add(!process.ulimits().isEmpty(), Capability.EXEC_META_ULIMIT);
    add(limited, Capability.EXEC_META_LINUX_RESOURCES);
    add(process.network() != NetworkMode.SANDBOX, Capability.EXEC_META_NETWORK);
    add(process.security() == SecurityMode.INSECURE, Capability.EXEC_META_SECURITY);
    add(spec.proxyEnv().isPresent(), Capability.EXEC_META_PROXY);
    add(!spec.secrets().isEmpty(), Capability.EXEC_MOUNT_SECRET);
    add(secretEnv, Capability.EXEC_SECRET_ENV);
    add(!spec.sshMounts().isEmpty(), Capability.EXEC_MOUNT_SSH);
    add(!spec.devices().isEmpty(), Capability.EXEC_META_CDI);
  }

  private void addMount(Mount mount, Graph graph) {
    add(!mount.selector().isEmpty(), Capability.EXEC_MOUNT_SELECTOR);
    add(mount.contentCache() != ContentCache.DEFAULT, Capability.EXEC_MOUNT_CONTENT_CACHE);
    switch (mount.kind()) {
      case Mount.Bind() -> add(graph.resolve(mount.source().output()).isPresent(), Capability.EXEC_MOUNT_BIND);
      case Mount.Cache cache -> {
        needed.add(Capability.EXEC_MOUNT_CACHE);
        needed.add(Capability.EXEC_MOUNT_CACHE_SHARING);
      }
      case Mount.Tmpfs(long size) -> {
        needed.add(Capability.EXEC_MOUNT_TMPFS);
        add(size > 0, Capability.EXEC_MOUNT_TMPFS_SIZE);
      }
    }
  }
}
