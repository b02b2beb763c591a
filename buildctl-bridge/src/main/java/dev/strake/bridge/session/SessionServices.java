package dev.strake.bridge.session;

import dev.strake.bridge.fsutil.LocalTree;
import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
   * @param stores of blobs, by the ids that the daemon knows them by
   * @param log hears of what the daemon is given
   * @param executor runs what blocks
   * @throws IOException when a local folder cannot be read
   */
  public static List<ServerServiceDefinition> of(
      SessionSpec spec,
      Map<Integer, ExportTarget> targets,
      Map<String, OfferedStore> stores,
      SessionLog log,
      Executor executor)
      throws IOException {
    List<ServerServiceDefinition> services = new ArrayList<>();
    services.add(new HealthService().bindService());
    if (!spec.locals().isEmpty()) {
      services.add(new FileSyncService(trees(spec.locals()), executor).bindService());
    }
    if (!targets.isEmpty()) {
      services.add(new FileSendService(targets).bindService());
    }
    if (!spec.secrets().isEmpty()) {
      services.add(new SecretsService(spec.secrets(), spec.surroundings().environment()).bindService());
    }
    if (!spec.ssh().isEmpty()) {
      services.add(new SshService(spec.ssh(), executor).bindService());
    }
    if (!spec.uploads().isEmpty()) {
      services.add(new UploadService(spec.uploads(), executor).bindService());
    }
    if (!stores.isEmpty()) {
      services.add(new ContentService(stores, executor).bindService());
    }
    Map<String, String> environment = spec.surroundings().environment();
    spec.credentials()
        .map(credentials -> new AuthService(credentials, spec.registryTls(), environment, log))
        .ifPresent(service -> services.add(service.bindService()));
    return services;
  }

  private static Map<String, LocalTree> trees(Map<String, Path> directories) throws IOException {
    Map<String, LocalTree> trees = new HashMap<>();
    for (Map.Entry<String, Path> directory : directories.entrySet()) {
      trees.put(directory.getKey(), LocalTree.of(directory.getValue()));
    }
    return trees;
  }
}
