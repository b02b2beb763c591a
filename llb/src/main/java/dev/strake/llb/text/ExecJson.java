package dev.strake.llb.text;

import dev.strake.llb.pb.CacheOpt;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.Meta;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.ProxyEnv;
import dev.strake.llb.pb.SSHOpt;
import dev.strake.llb.pb.SecretEnv;
import dev.strake.llb.pb.SecretOpt;
import dev.strake.llb.pb.Ulimit;

/** The fields of an exec op. */
final class ExecJson {

  private final MessageJson fields;

  ExecJson(MessageJson fields) {
    this.fields = fields;
  }

  void write(ExecOp exec) {
    fields.message("meta", exec.hasMeta(), () -> meta(exec.getMeta()));
    fields.messages("mounts", exec.getMountsList(), this::mount);
    fields.word("network", exec.getNetworkValue(), exec.getNetwork());
    fields.word("security", exec.getSecurityValue(), exec.getSecurity());
    fields.messages("secretenv", exec.getSecretenvList(), this::secretEnv);
    fields.messages(
        "cdiDevices",
        exec.getCdiDevicesList(),
        device -> {
          fields.text("name", device.getName());
          fields.flag("optional", device.getOptional());
        });
  }

  private void meta(Meta meta) {
    fields.texts("args", meta.getArgsList());
    fields.texts("env", meta.getEnvList());
    fields.text("cwd", meta.getCwd());
    fields.text("user", meta.getUser());
    fields.message("proxy_env", meta.hasProxyEnv(), () -> proxy(meta.getProxyEnv()));
    fields.messages(
        "extraHosts",
        meta.getExtraHostsList(),
        host -> {
          fields.text("Host", host.getHost());
          fields.text("IP", host.getIP());
        });
    fields.text("hostname", meta.getHostname());
    fields.messages("ulimit", meta.getUlimitList(), this::ulimit);
    fields.text("cgroupParent", meta.getCgroupParent());
    fields.flag("removeMountStubsRecursive", meta.getRemoveMountStubsRecursive());
    fields.ints("validExitCodes", meta.getValidExitCodesList());
  }

  private void proxy(ProxyEnv proxy) {
    fields.text("http_proxy", proxy.getHttpProxy());
    fields.text("https_proxy", proxy.getHttpsProxy());
    fields.text("ftp_proxy", proxy.getFtpProxy());
    fields.text("no_proxy", proxy.getNoProxy());
    fields.text("all_proxy", proxy.getAllProxy());
  }

  private void ulimit(Ulimit ulimit) {
    fields.text("Name", ulimit.getName());
    fields.number("Soft", ulimit.getSoft());
    fields.number("Hard", ulimit.getHard());
  }

  private void secretEnv(SecretEnv secret) {
    fields.text("ID", secret.getID());
    fields.text("name", secret.getName());
    fields.flag("optional", secret.getOptional());
  }

  private void mount(Mount mount) {
    fields.number("input", mount.getInput());
    fields.text("selector", mount.getSelector());
    fields.text("dest", mount.getDest());
    fields.number("output", mount.getOutput());
    fields.flag("readonly", mount.getReadonly());
    fields.word("mountType", mount.getMountTypeValue(), mount.getMountType());
    fields.message("TmpfsOpt", mount.hasTmpfsOpt(), () -> fields.number("size", mount.getTmpfsOpt().getSize()));
    fields.message("cacheOpt", mount.hasCacheOpt(), () -> cache(mount.getCacheOpt()));
    fields.message("secretOpt", mount.hasSecretOpt(), () -> secret(mount.getSecretOpt()));
    fields.message("SSHOpt", mount.hasSSHOpt(), () -> ssh(mount.getSSHOpt()));
    fields.text("resultID", mount.getResultID());
    fields.word("contentCache", mount.getContentCacheValue(), mount.getContentCache());
  }

  private void cache(CacheOpt cache) {
    fields.text("ID", cache.getID());
    fields.word("sharing", cache.getSharingValue(), cache.getSharing());
  }

  private void secret(SecretOpt secret) {
    fields.text("ID", secret.getID());
    fields.unsigned("uid", secret.getUid());
    fields.unsigned("gid", secret.getGid());
    fields.unsigned("mode", secret.getMode());
    fields.flag("optional", secret.getOptional());
  }

  private void ssh(SSHOpt ssh) {
    fields.text("ID", ssh.getID());
    fields.unsigned("uid", ssh.getUid());
    fields.unsigned("gid", ssh.getGid());
    fields.unsigned("mode", ssh.getMode());
    fields.flag("optional", ssh.getOptional());
  }
}
