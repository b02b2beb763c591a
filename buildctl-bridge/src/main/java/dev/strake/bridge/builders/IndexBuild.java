package dev.strake.bridge.builders;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.content.JsonTree;
import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.session.RegistryLogin;
import dev.strake.llb.Platform;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A build that several builders share, and that ends in one index: in registries, or in an OCI layout. Each builder
 * puts its own images and an index of them there by their digests; then one index of all takes the names.
 */
public final class IndexBuild {

  private static final String NAME = "name";
  private static final String DIGEST = "containerimage.digest";
  private static final String DESCRIPTOR = "containerimage.descriptor";
  private static final String IMAGE_NAME = "image.name";

  private final List<Share> shares;
  private final List<Platform> order;
  private final ConnectOptions options;
  private final BiFunction<Share, Export, SolveSpec> specs;

  /**
   * A build.
   *
   * @param order the platforms as the index is to list them
   * @param options how each builder is reached
   * @param specs what a builder is asked, with the export that it is to make
   */
  public IndexBuild(
      List<Share> shares, List<Platform> order, ConnectOptions options, BiFunction<Share, Export, SolveSpec> specs) {
    this.shares = List.copyOf(shares);
    this.order = List.copyOf(order);
    this.options = options;
    this.specs = specs;
  }

  /** Whether an export can be put together from what several builders make. */
  public static boolean canShare(Export export) {
    boolean pushed =
        export.type().equals("image")
            && export.attributes().getOrDefault("push", "").equals("true")
            && !export.attributes().getOrDefault(NAME, "").isEmpty();
    boolean image = export.type().equals("oci") || export.type().equals("docker");
    return pushed || image && export.destination() instanceof Export.Destination.Directory;
  }

  /** Builds, and returns what an exporter would tell of the index. */
  public Map<String, String> run(
      Export export, RegistryLogin login, ProgressListener listener, ShutdownGuard guard)
      throws BuilderFailed, HostFailure, IOException, InterruptedException {
    try (IndexStore store = store(export, login)) {
      Map<Share, Export> exports = new LinkedHashMap<>();
      for (Share share : shares) {
        exports.put(share, store.builderExport(share));
      }
      Map<Share, SolveOutcome> outcomes =
          new SharedBuild(options, share -> specs.apply(share, exports.get(share)), listener).run(shares, guard);
      IndexAssembly assembly = new IndexAssembly();
      for (Map.Entry<Share, SolveOutcome> outcome : outcomes.entrySet()) {
        String digest =
            Optional.ofNullable(outcome.getValue().exporterResponse().get(DIGEST))
                .orElseThrow(() -> new HostFailure(BuilderDiagnostics.noIndex(outcome.getKey())));
        assembly.add(outcome.getKey(), store.read(outcome.getKey(), digest));
      }
      byte[] index = assembly.write(order);
      store.write(assembly.mediaType(), index);
      return response(export, assembly.mediaType(), index);
    }
  }

  private static IndexStore store(Export export, RegistryLogin login) throws IOException {
    return export.destination() instanceof Export.Destination.Directory(var layout)
        ? new LayoutStore(export, layout)
        : new RegistryStore(export, login);
  }

  private static Map<String, String> response(Export export, String mediaType, byte[] index) {
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("mediaType", mediaType);
    descriptor.put("digest", BlobDigest.of(index).toString());
    descriptor.put("size", (long) index.length);
    Map<String, String> response = new LinkedHashMap<>();
    response.put(DIGEST, BlobDigest.of(index).toString());
    response.put(DESCRIPTOR, Base64.getEncoder().encodeToString(JsonTree.write(descriptor)));
    Optional.ofNullable(export.attributes().get(NAME)).ifPresent(name -> response.put(IMAGE_NAME, name));
    return response;
  }
}
