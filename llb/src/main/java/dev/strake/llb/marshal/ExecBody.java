package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.CdiDevice;
import dev.strake.llb.EnvList;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.ExecVertex;
import dev.strake.llb.HostIp;
import dev.strake.llb.Platform;
import dev.strake.llb.ProxyEnv;
import dev.strake.llb.State;
import dev.strake.llb.Ulimit;
import dev.strake.llb.pb.CDIDevice;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.HostIP;
import dev.strake.llb.pb.Meta;
import dev.strake.llb.pb.Op;
import java.util.List;
import java.util.Optional;

/** Writes processes; their mounts are {@link MountBody}'s. */
final class ExecBody {
  private static final String AGENT = "SSH_AUTH_SOCK";

  private ExecBody() {}

  static OpHead write(ExecVertex vertex, Graph graph, WireWriter out) {
    ExecSpec spec = vertex.spec();
    State process = vertex.process();
    if (spec.args().isEmpty()) {
      throw new MarshalException("arguments are required", spec.constraints().locations());
    }
    MountBody mounts = new MountBody(vertex, graph);
    writeMeta(vertex, graph, out);
    mounts.write(out);
    out.int64(ExecOp.NETWORK_FIELD_NUMBER, process.network().number());
    out.int64(ExecOp.SECURITY_FIELD_NUMBER, process.security().number());
    mounts.writeSecretEnv(out);
    for (CdiDevice device : spec.devices()) {
      int message = out.begin(ExecOp.CDIDEVICES_FIELD_NUMBER);
      out.string(CDIDevice.NAME_FIELD_NUMBER, device.name());
      out.bool(CDIDevice.OPTIONAL_FIELD_NUMBER, device.optional());
      out.end(message);
    }
    Platform platform = graph.platform(spec.constraints(), process.platform());
    return new OpHead(
        Op.EXEC_FIELD_NUMBER, mounts.inputs(), Optional.of(platform), ExecCapabilities.of(vertex, graph));
  }

  private static void writeMeta(ExecVertex vertex, Graph graph, WireWriter out) {
    ExecSpec spec = vertex.spec();
    State process = vertex.process();
    int meta = out.begin(ExecOp.META_FIELD_NUMBER);
    for (String arg : spec.args()) {
      out.element(Meta.ARGS_FIELD_NUMBER, arg);
    }
    environment(vertex, graph).forEach((name, value) -> out.assignment(Meta.ENV_FIELD_NUMBER, name, value));
    out.string(Meta.CWD_FIELD_NUMBER, process.dir());
    out.string(Meta.USER_FIELD_NUMBER, process.user());
    spec.proxyEnv().ifPresent(proxy -> writeProxy(proxy, out));
    for (HostIp host : process.extraHosts()) {
      int message = out.begin(Meta.EXTRAHOSTS_FIELD_NUMBER);
      out.string(HostIP.HOST_FIELD_NUMBER, host.host());
      out.string(HostIP.IP_FIELD_NUMBER, host.ip());
      out.end(message);
    }
    out.string(Meta.HOSTNAME_FIELD_NUMBER, process.hostname());
    for (Ulimit ulimit : process.ulimits()) {
      int message = out.begin(Meta.ULIMIT_FIELD_NUMBER);
      out.string(dev.strake.llb.pb.Ulimit.NAME_FIELD_NUMBER, ulimit.name());
      out.int64(dev.strake.llb.pb.Ulimit.SOFT_FIELD_NUMBER, ulimit.soft());
      out.int64(dev.strake.llb.pb.Ulimit.HARD_FIELD_NUMBER, ulimit.hard());
      out.end(message);
    }
    out.string(Meta.CGROUPPARENT_FIELD_NUMBER, process.cgroupParent());
    out.bool(Meta.REMOVEMOUNTSTUBSRECURSIVE_FIELD_NUMBER, true);
    writeExitCodes(spec.validExitCodes(), out);
    out.end(meta);
  }

  private static void writeExitCodes(List<Integer> codes, WireWriter out) {
    if (codes.isEmpty()) {
      return;
    }
    int packed = out.begin(Meta.VALIDEXITCODES_FIELD_NUMBER);
    for (int code : codes) {
      out.packed(code);
    }
    out.end(packed);
  }

  private static void writeProxy(ProxyEnv proxy, WireWriter out) {
    int message = out.begin(Meta.PROXY_ENV_FIELD_NUMBER);
    out.string(dev.strake.llb.pb.ProxyEnv.HTTP_PROXY_FIELD_NUMBER, proxy.httpProxy());
    out.string(dev.strake.llb.pb.ProxyEnv.HTTPS_PROXY_FIELD_NUMBER, proxy.httpsProxy());
    out.string(dev.strake.llb.pb.ProxyEnv.FTP_PROXY_FIELD_NUMBER, proxy.ftpProxy());
    out.string(dev.strake.llb.pb.ProxyEnv.NO_PROXY_FIELD_NUMBER, proxy.noProxy());
    out.string(dev.strake.llb.pb.ProxyEnv.ALL_PROXY_FIELD_NUMBER, proxy.allProxy());
    out.end(message);
  }

  private static EnvList environment(ExecVertex vertex, Graph graph) {
    EnvList env = vertex.process().env();
    if (!vertex.spec().sshMounts().isEmpty()) {
      env = env.withDefault(AGENT, MountBody.socket(vertex.spec().sshMounts().getFirst(), 0));
    }
    Optional<CapabilitySet> caps = graph.options().caps();
    boolean daemonSetsPath = caps.isEmpty() || caps.get().supports(Capability.EXEC_META_SETS_DEFAULT_PATH);
    boolean windows = graph.options().platform().os().equals("windows");
    return daemonSetsPath || windows ? env : env.withDefault("PATH", EnvList.UNIX_PATH);
  }
}
