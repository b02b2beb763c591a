package dev.strake.bridge.control;

/** A Docker Engine's BuildKit calls the exporter into the engine's own store by another name. */
final class EngineExports {

  private static final String IMAGE = "image";
  private static final String MOBY = "moby";

  private EngineExports() {}

  /** The same build, as the daemon at an address has to be asked for it. */
  static SolveSpec adapt(SolveSpec spec, DaemonAddress address) {
    boolean engine =
        switch (address) {
          case DaemonAddress.DockerEngine at -> true;
          case DaemonAddress.RemoteDockerEngine at -> true;
          case DaemonAddress.Unix at -> false;
          case DaemonAddress.Tcp at -> false;
          case DaemonAddress.Ssh at -> false;
          case DaemonAddress.DockerContainer at -> false;
          case DaemonAddress.PodmanContainer at -> false;
          case DaemonAddress.NerdctlContainer at -> false;
          case DaemonAddress.KubePod at -> false;
        };
    return engine ? spec.withExports(spec.exports().stream().map(EngineExports::adapt).toList()) : spec;
  }

  private static Export adapt(Export export) {
    return export.type().equals(IMAGE)
        ? new Export(MOBY, export.attributes(), export.destination())
        : export;
  }
}
