package dev.strake.llb.text;

import dev.strake.llb.pb.CDIDevice;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.HostIP;
import dev.strake.llb.pb.Meta;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.ProxyEnv;
import dev.strake.llb.pb.SSHOpt;
import dev.strake.llb.pb.SecretEnv;
import dev.strake.llb.pb.SecretOpt;
import dev.strake.llb.pb.Ulimit;
import java.util.List;
import java.util.Locale;

/** A process as lines. */
final class ExecText {
  private static final String INDENT = "  ";
  private static final int NO_OUTPUT = -1;

  private final ExecOp exec;
  private final OpText op;

  ExecText(ExecOp exec, OpText op) {
    this.exec = exec;
    this.op = op;
  }

  /** The first line; the others are added to the parts. */
  Line write(List<String> parts) {
    Meta meta = exec.getMeta();
    meta.getEnvList().forEach(each -> parts.add(new Line(INDENT + "env").quoted(each).toString()));
    for (HostIP host : meta.getExtraHostsList()) {
      parts.add(new Line(INDENT + "host").quoted(host.getHost()).quoted(host.getIP()).toString());
    }
    for (Ulimit ulimit : meta.getUlimitList()) {
      Line line = new Line(INDENT + "ulimit").quoted(ulimit.getName());
      parts.add(line.raw("soft", "" + ulimit.getSoft()).raw("hard", "" + ulimit.getHard()).toString());
    }
    if (meta.hasProxyEnv()) {
      parts.add(proxy(meta.getProxyEnv()).toString());
    }
    for (SecretEnv secret : exec.getSecretenvList()) {
      Line line = new Line(INDENT + "secret-env").quoted(secret.getName()).string("id", secret.getID());
      parts.add(line.flag("optional", secret.getOptional()).toString());
    }
    for (CDIDevice device : exec.getCdiDevicesList()) {
      Line line = new Line(INDENT + "device").quoted(device.getName());
      parts.add(line.flag("optional", device.getOptional()).toString());
    }
    exec.getMountsList().forEach(mount -> parts.add(mount(mount).toString()));
    return op.withInputs("exec")
        .strings("args", meta.getArgsList())
        .string("cgroup-parent", meta.getCgroupParent())
        .string("cwd", meta.getCwd())
        .raw("exit-codes", meta.getValidExitCodesList().toString(), !meta.getValidExitCodesList().isEmpty())
        .string("hostname", meta.getHostname())
        .flag("keep-mount-stubs", !meta.getRemoveMountStubsRecursive())
        .raw("network", lower(exec.getNetwork().name()), exec.getNetworkValue() != 0)
        .raw("security", lower(exec.getSecurity().name()), exec.getSecurityValue() != 0)
        .string("user", meta.getUser());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Line proxy(ProxyEnv proxy) {
    return new Line(INDENT + "proxy")
        .string("all", proxy.getAllProxy())
        .string("ftp", proxy.getFtpProxy())
        .string("http", proxy.getHttpProxy())
        .string("https", proxy.getHttpsProxy())
        .string("no", proxy.getNoProxy());
  }

  private Line mount(Mount mount) {
    Line line =
        new Line(INDENT + "mount")
            .quoted(mount.getDest())
            .word(op.place(mount.getInput()))
            .raw("cache", lower(mount.getContentCache().name()), mount.getContentCacheValue() != 0)
            .number("output", mount.getOutput(), NO_OUTPUT)
            .flag("readonly", mount.getReadonly())
            .string("result", mount.getResultID())
            .string("selector", mount.getSelector())
            .raw("type", lower(mount.getMountType().name()), mount.getMountTypeValue() != 0);
    if (mount.hasTmpfsOpt()) {
      line.raw("tmpfs.size", "" + mount.getTmpfsOpt().getSize());
    }
    if (mount.hasCacheOpt()) {
      line.raw("cache.sharing", lower(mount.getCacheOpt().getSharing().name()))
          .string("cache.id", mount.getCacheOpt().getID());
    }
    if (mount.hasSecretOpt()) {
      SecretOpt secret = mount.getSecretOpt();
      file(line, "secret", secret.getUid(), secret.getGid(), secret.getMode())
          .string("secret.id", secret.getID())
          .flag("secret.optional", secret.getOptional());
    }
    if (mount.hasSSHOpt()) {
      SSHOpt ssh = mount.getSSHOpt();
      file(line, "ssh", ssh.getUid(), ssh.getGid(), ssh.getMode())
          .string("ssh.id", ssh.getID())
          .flag("ssh.optional", ssh.getOptional());
    }
    return line;
  }

  private static Line file(Line line, String kind, int uid, int gid, int mode) {
    return line.octal(kind + ".mode", mode).number(kind + ".uid", uid, 0).number(kind + ".gid", gid, 0);
  }
}
