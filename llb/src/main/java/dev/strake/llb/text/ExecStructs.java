package dev.strake.llb.text;

import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.Meta;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.ProxyEnv;
import java.util.Optional;

/** Exec ops as JSON has them. */
final class ExecStructs {

  private ExecStructs() {}

  static GoValue of(ExecOp exec) {
    return new Structs()
        .message("meta", exec.hasMeta() ? Optional.of(meta(exec.getMeta())) : Optional.empty())
        .list("mounts", exec.getMountsList(), ExecStructs::mount)
        .number("network", exec.getNetworkValue())
        .number("security", exec.getSecurityValue())
        .list(
            "secretenv",
            exec.getSecretenvList(),
            secret ->
                new Structs()
                    .text("ID", secret.getID())
                    .text("name", secret.getName())
                    .flag("optional", secret.getOptional())
                    .build())
        .list(
            "cdiDevices",
            exec.getCdiDevicesList(),
            device -> new Structs().text("name", device.getName()).flag("optional", device.getOptional()).build())
        .build();
  }

  private static GoValue meta(Meta meta) {
    return new Structs()
        .texts("args", meta.getArgsList())
        .texts("env", meta.getEnvList())
        .text("cwd", meta.getCwd())
        .text("user", meta.getUser())
        .message("proxy_env", meta.hasProxyEnv() ? Optional.of(proxy(meta.getProxyEnv())) : Optional.empty())
        .list(
            "extraHosts",
            meta.getExtraHostsList(),
            host -> new Structs().text("Host", host.getHost()).text("IP", host.getIP()).build())
        .text("hostname", meta.getHostname())
        .list(
            "ulimit",
            meta.getUlimitList(),
            limit ->
                new Structs()
                    .text("Name", limit.getName())
                    .number("Soft", limit.getSoft())
                    .number("Hard", limit.getHard())
                    .build())
        .text("cgroupParent", meta.getCgroupParent())
        .flag("removeMountStubsRecursive", meta.getRemoveMountStubsRecursive())
        .list("validExitCodes", meta.getValidExitCodesList(), GoValue::of)
        .build();
  }

  private static GoValue proxy(ProxyEnv proxy) {
    return new Structs()
        .text("http_proxy", proxy.getHttpProxy())
        .text("https_proxy", proxy.getHttpsProxy())
        .text("ftp_proxy", proxy.getFtpProxy())
        .text("no_proxy", proxy.getNoProxy())
        .text("all_proxy", proxy.getAllProxy())
        .build();
  }

  private static GoValue mount(Mount mount) {
    return new Structs()
        .number("input", mount.getInput())
        .text("selector", mount.getSelector())
        .text("dest", mount.getDest())
        .number("output", mount.getOutput())
        .flag("readonly", mount.getReadonly())
        .number("mountType", mount.getMountTypeValue())
        .message(
            "TmpfsOpt",
            mount.hasTmpfsOpt()
                ? Optional.of(new Structs().number("size", mount.getTmpfsOpt().getSize()).build())
                : Optional.empty())
        .message("cacheOpt", mount.hasCacheOpt() ? Optional.of(cache(mount)) : Optional.empty())
        .message("secretOpt", mount.hasSecretOpt() ? Optional.of(secret(mount)) : Optional.empty())
        .message("SSHOpt", mount.hasSSHOpt() ? Optional.of(ssh(mount)) : Optional.empty())
        .text("resultID", mount.getResultID())
        .number("contentCache", mount.getContentCacheValue())
        .build();
  }

  private static GoValue cache(Mount mount) {
    return new Structs()
        .text("ID", mount.getCacheOpt().getID())
        .number("sharing", mount.getCacheOpt().getSharingValue())
        .build();
  }

  private static GoValue secret(Mount mount) {
    var secret = mount.getSecretOpt();
    return access(secret.getID(), secret.getUid(), secret.getGid(), secret.getMode(), secret.getOptional());
  }

  private static GoValue ssh(Mount mount) {
    var ssh = mount.getSSHOpt();
    return access(ssh.getID(), ssh.getUid(), ssh.getGid(), ssh.getMode(), ssh.getOptional());
  }

  private static GoValue access(String id, int uid, int gid, int mode, boolean optional) {
    return new Structs()
        .text("ID", id)
        .number("uid", Integer.toUnsignedLong(uid))
        .number("gid", Integer.toUnsignedLong(gid))
        .number("mode", Integer.toUnsignedLong(mode))
        .flag("optional", optional)
        .build();
  }
}
