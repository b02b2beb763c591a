package dev.strake.bridge.session;

import io.grpc.ServerServiceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The services of one session: only those that have something to offer, since the daemon looks at which are there. */
public final class SessionServices {

  private SessionServices() {}

  /**
   * The services.
   *
   * @param targets where exports come to, by the exporter's place in the build's list
   * @param executor runs what blocks
   */
  public static List<ServerServiceDefinition> of(
      SessionSpec spec, Map<Integer, ExportTarget> targets, Executor executor) {
    List<ServerServiceDefinition> services = new ArrayList<>();
    services.add(new HealthService().bindService());
    if (!spec.locals().isEmpty()) {
      services.add(new FileSyncService(spec.locals(), executor).bindService());
    }
    if (!targets.isEmpty()) {
      services.add(new FileSendService(targets).bindService());
    }
    if (!spec.secrets().isEmpty()) {
      services.add(new SecretsService(spec.secrets()).bindService());
    }
    spec.credentials().ifPresent(credentials -> services.add(new AuthService(credentials).bindService()));
    return services;
  }
}
