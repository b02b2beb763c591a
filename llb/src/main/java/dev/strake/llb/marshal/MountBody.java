package dev.strake.llb.marshal;

import dev.strake.llb.ExecSpec;
import dev.strake.llb.ExecVertex;
import dev.strake.llb.Mount;
import dev.strake.llb.SecretMount;
import dev.strake.llb.SshMount;
import dev.strake.llb.pb.CacheOpt;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.MountType;
import dev.strake.llb.pb.SSHOpt;
import dev.strake.llb.pb.SecretEnv;
import dev.strake.llb.pb.SecretOpt;
import dev.strake.llb.pb.TmpfsOpt;
import java.util.List;
import java.util.Optional;

/** Writes a process's mounts and numbers its inputs and outputs. Not thread-safe. */
final class MountBody {
  private static final int NONE = -1;

  private final ExecVertex vertex;
  private final Graph graph;
  private final InputTable inputs = new InputTable();

  MountBody(ExecVertex vertex, Graph graph) {
    this.vertex = vertex;
    this.graph = graph;
  }

  /** The inputs of the mounts that were written. */
  List<Input> inputs() {
    return inputs.toList();
  }

  /** Where the agent's socket is. */
  static String socket(SshMount ssh, int number) {
    return ssh.target().isEmpty() ? "/run/buildkit/ssh_agent." + number : ssh.target();
  }

  void write(WireWriter out) {
    int output = 0;
    for (Mount mount : vertex.mounts()) {
      write(mount, mount.hasOutput() ? output++ : NONE, out);
    }
    ExecSpec spec = vertex.spec();
    for (SecretMount secret : spec.secrets()) {
      secret.target().ifPresent(target -> write(secret, target, out));
    }
    for (int i = 0; i < spec.sshMounts().size(); i++) {
      SshMount ssh = spec.sshMounts().get(i);
      write(ssh, socket(ssh, i), out);
    }
  }

  private void write(Mount mount, int output, WireWriter out) {
    Optional<Input> input = graph.input(mount.source().output());
    if (input.isPresent() && mount.kind() instanceof Mount.Tmpfs) {
      throw new MarshalException("tmpfs mounts must use scratch", vertex.constraints().locations());
    }
    int message = out.begin(ExecOp.MOUNTS_FIELD_NUMBER);
    out.int64(dev.strake.llb.pb.Mount.INPUT_FIELD_NUMBER, input.map(inputs::indexOf).orElse(NONE));
    out.string(dev.strake.llb.pb.Mount.SELECTOR_FIELD_NUMBER, mount.selector());
    out.string(dev.strake.llb.pb.Mount.DEST_FIELD_NUMBER, mount.target());
    out.int64(dev.strake.llb.pb.Mount.OUTPUT_FIELD_NUMBER, output);
    out.bool(dev.strake.llb.pb.Mount.READONLY_FIELD_NUMBER, mount.readonly());
    switch (mount.kind()) {
      case Mount.Bind() -> { }
      case Mount.Cache cache -> write(cache, out);
      case Mount.Tmpfs tmpfs -> write(tmpfs, out);
    }
    out.int64(dev.strake.llb.pb.Mount.CONTENTCACHE_FIELD_NUMBER, mount.contentCache().number());
    out.end(message);
  }

  private static void write(Mount.Cache cache, WireWriter out) {
    out.int64(dev.strake.llb.pb.Mount.MOUNTTYPE_FIELD_NUMBER, MountType.CACHE_VALUE);
    int message = out.begin(dev.strake.llb.pb.Mount.CACHEOPT_FIELD_NUMBER);
    out.string(CacheOpt.ID_FIELD_NUMBER, cache.id());
    out.int64(CacheOpt.SHARING_FIELD_NUMBER, cache.sharing().number());
    out.end(message);
  }

  private static void write(Mount.Tmpfs tmpfs, WireWriter out) {
    out.int64(dev.strake.llb.pb.Mount.MOUNTTYPE_FIELD_NUMBER, MountType.TMPFS_VALUE);
    int message = out.begin(dev.strake.llb.pb.Mount.TMPFSOPT_FIELD_NUMBER);
    out.int64(TmpfsOpt.SIZE_FIELD_NUMBER, tmpfs.size());
    out.end(message);
  }

  private static void write(SecretMount secret, String target, WireWriter out) {
    int message = beginWithoutInput(target, MountType.SECRET_VALUE, out);
    int options = out.begin(dev.strake.llb.pb.Mount.SECRETOPT_FIELD_NUMBER);
    out.string(SecretOpt.ID_FIELD_NUMBER, secret.id());
    out.uint32(SecretOpt.UID_FIELD_NUMBER, secret.uid());
    out.uint32(SecretOpt.GID_FIELD_NUMBER, secret.gid());
    out.uint32(SecretOpt.MODE_FIELD_NUMBER, secret.mode());
    out.bool(SecretOpt.OPTIONAL_FIELD_NUMBER, secret.optional());
    out.end(options);
    out.end(message);
  }

  private static void write(SshMount ssh, String target, WireWriter out) {
    int message = beginWithoutInput(target, MountType.SSH_VALUE, out);
    int options = out.begin(dev.strake.llb.pb.Mount.SSHOPT_FIELD_NUMBER);
    out.string(SSHOpt.ID_FIELD_NUMBER, ssh.id());
    out.uint32(SSHOpt.UID_FIELD_NUMBER, ssh.uid());
    out.uint32(SSHOpt.GID_FIELD_NUMBER, ssh.gid());
    out.uint32(SSHOpt.MODE_FIELD_NUMBER, ssh.mode());
    out.bool(SSHOpt.OPTIONAL_FIELD_NUMBER, ssh.optional());
    out.end(options);
    out.end(message);
  }

  /** Such a mount's output is 0, though it gives none. */
  private static int beginWithoutInput(String target, int type, WireWriter out) {
    int message = out.begin(ExecOp.MOUNTS_FIELD_NUMBER);
    out.int64(dev.strake.llb.pb.Mount.INPUT_FIELD_NUMBER, NONE);
    out.string(dev.strake.llb.pb.Mount.DEST_FIELD_NUMBER, target);
    out.int64(dev.strake.llb.pb.Mount.MOUNTTYPE_FIELD_NUMBER, type);
    return message;
  }

  void writeSecretEnv(WireWriter out) {
    for (SecretMount secret : vertex.spec().secrets()) {
      secret.env().ifPresent(name -> writeEnv(secret, name, out));
    }
  }

  private static void writeEnv(SecretMount secret, String name, WireWriter out) {
    int message = out.begin(ExecOp.SECRETENV_FIELD_NUMBER);
    out.string(SecretEnv.ID_FIELD_NUMBER, secret.id());
    out.string(SecretEnv.NAME_FIELD_NUMBER, name);
    out.bool(SecretEnv.OPTIONAL_FIELD_NUMBER, secret.optional());
    out.end(message);
  }
}
