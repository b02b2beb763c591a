package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.option.RegistryTlsOptions;
import dev.strake.bridge.option.SshOptions;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.Surroundings;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoUnits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the steps are to be run into frontend options, and what they may use into the session. */
final class StepOptionsReader {

  private final Host host;
  private final Path folder;

  /** @param folder relative paths begin here */
  StepOptionsReader(Host host, Path folder) {
    this.host = host;
    this.folder = folder;
  }

  Map<String, String> frontendOptions(StepOptions given) {
    Map<String, String> options = new LinkedHashMap<>(AttestOption.frontendOptions(given));
    if (given.noCache) {
      options.put("no-cache", "");
    } else if (!given.noCacheFilters.isEmpty()) {
      options.put("no-cache", String.join(",", given.noCacheFilters));
    }
    if (!given.ulimits.isEmpty()) {
      options.put("ulimit", String.join(",", given.ulimits));
    }
    Optional.ofNullable(given.shmSize).ifPresent(value -> options.put("shm-size", bytes(value)));
    Optional.ofNullable(given.cgroupParent).ifPresent(value -> options.put("cgroup-parent", value));
    return options;
  }

  private static String bytes(String size) {
    return switch (GoUnits.ramInBytes(size)) {
      case GoResult.Value<Long>(Long bytes) -> Long.toString(bytes);
      case GoResult.Failure<Long>(String message) ->
          throw new UsageException("--shm-size=" + size + ": " + message, "write a size such as 64m");
    };
  }

  void addTo(SessionSpec.Builder session, StepOptions given) {
    SecretOption secrets = new SecretOption(host, folder);
    given.secrets.forEach(text -> secrets.addTo(session, text));
    SshOptions ssh = new SshOptions(new Surroundings(folder, host.environment()));
    given.ssh.forEach(text -> OptionValues.take("--ssh", text, agent -> ssh.addTo(session, List.of(agent))));
    RegistryTlsOptions tls = new RegistryTlsOptions(folder);
    given.registryTls.forEach(text -> OptionValues.take("--registry-auth-tlscontext", text, tls::add));
    tls.hosts().forEach(session::registryTls);
  }
}
