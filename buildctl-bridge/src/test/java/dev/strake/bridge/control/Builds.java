package dev.strake.bridge.control;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.SecretMount;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.nio.file.Path;
import java.util.List;

/** Graphs for tests, over a base whose files come from a local folder {@code base}. */
final class Builds {

  private Builds() {}

  /** A root file system with a shell. */
  static Path base() throws Exception {
    return new BusyboxRootfs(Host.current(), line -> {}).prepare();
  }

  /** The files of a local folder. */
  static Definition local(String name, LocalOptions options) {
    return Marshaller.marshal(Sources.local(name, options), MarshalOptions.defaults());
  }

  /** What a shell command leaves in {@code /out}, as a whole root file system. */
  static Definition shell(String command, SecretMount... secrets) {
    ExecSpec.Builder exec = ExecSpec.builder(List.of("/bin/sh", "-c", command));
    for (SecretMount secret : secrets) {
      exec.secret(secret);
    }
    State base = Sources.local("base", LocalOptions.NONE).withEnv("PATH", "/bin:/usr/bin:/sbin");
    return Marshaller.marshal(base.run(exec.build()).root(), MarshalOptions.defaults());
  }
}
