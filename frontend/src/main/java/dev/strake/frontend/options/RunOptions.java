package dev.strake.frontend.options;

import dev.strake.frontend.options.CompileOptions.RunDefaults;
import dev.strake.llb.HostIp;
import dev.strake.llb.LinuxResources;
import dev.strake.llb.NetworkMode;
import dev.strake.llb.Ulimit;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoInt;
import dev.strake.llb.go.GoIp;
import dev.strake.llb.go.GoResult;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the options that every {@code RUN} obeys. */
final class RunOptions {

  static final String HOSTNAME_ARG = "build-arg:BUILDKIT_SANDBOX_HOSTNAME";

  private final OptionReader reader;

  RunOptions(OptionReader reader) {
    this.reader = reader;
  }

  RunDefaults read() {
    List<HostIp> hosts =
        reader.value(list("add-hosts", RunOptions::host), List.of(), OptionDiagnostics::invalidHosts);
    long shmSize = reader.value(shmSize(), 0L, OptionDiagnostics::invalidShmSize);
    List<Ulimit> ulimits =
        reader.value(list("ulimit", UlimitParser::parse), List.of(), OptionDiagnostics::invalidUlimit);
    LinuxResources resources = new ResourceOptions(reader).read();
    NetworkMode network = networkMode();
    String hostname = reader.text(HOSTNAME_ARG);
    return new RunDefaults(
        hosts,
        ulimits,
        shmSize,
        reader.text("cgroup-parent"),
        hostname.isEmpty() ? reader.text("hostname") : hostname,
        network,
        resources.equals(LinuxResources.NONE) ? Optional.empty() : Optional.of(resources),
        reader.text("build-arg:BUILDKIT_CACHE_MOUNT_NS"));
  }

  private <T> GoResult<List<T>> list(String key, Function<String, GoResult<T>> parser) {
    if (reader.text(key).isEmpty()) {
      return GoResult.of(List.of());
    }
    List<String> fields;
    try {
      fields = GoCsv.fields(reader.text(key));
    } catch (IllegalArgumentException malformed) {
      return GoResult.error(String.valueOf(malformed.getMessage()));
    }
    List<T> found = new ArrayList<>();
    for (String field : fields) {
      GoResult<T> parsed = parser.apply(field);
      if (parsed.value().isEmpty()) {
        return GoResult.error(parsed.errorMessage());
      }
      found.add(parsed.value().get());
    }
    return GoResult.of(found);
  }

  private static GoResult<HostIp> host(String field) {
    String lower = GoStrings.toLower(field);
    int equals = lower.indexOf('=');
    if (equals < 0) {
      return GoResult.error("invalid key-value pair " + field);
    }
    String address = lower.substring(equals + 1);
    return GoIp.canonical(address)
        .<GoResult<HostIp>>map(ip -> GoResult.of(new HostIp(lower.substring(0, equals), ip)))
        .orElseGet(() -> GoResult.error("failed to parse IP " + address));
  }

  private GoResult<Long> shmSize() {
    String text = reader.text("shm-size");
    return text.isEmpty() ? GoResult.of(0L) : GoInt.parseInt(text, 10, 64);
  }

  private NetworkMode networkMode() {
    String text = reader.text("force-network-mode");
    return switch (text) {
      case "", "sandbox" -> NetworkMode.SANDBOX;
      case "none" -> NetworkMode.NONE;
      case "host" -> NetworkMode.HOST;
      default -> {
        reader.report(OptionDiagnostics.invalidNetworkMode(text));
        yield NetworkMode.SANDBOX;
      }
    };
  }
}
