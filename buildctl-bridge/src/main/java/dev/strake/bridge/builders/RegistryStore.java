package dev.strake.bridge.builders;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.registry.RegistryClient;
import dev.strake.bridge.session.RegistryLogin;
import dev.strake.llb.ImageReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A registry, or several: the builders push what they make by its digest, and the names are given here at the end. */
final class RegistryStore implements IndexStore {

  private final Export export;
  private final Map<String, RegistryClient> repositories = new LinkedHashMap<>();
  private final List<ImageReference> names = new ArrayList<>();

  /**
   * The registries that an export's names speak of.
   *
   * @throws IllegalArgumentException when one is no name
   */
  RegistryStore(Export export, RegistryLogin login) throws IOException {
    this.export = export;
    boolean insecure = export.attributes().getOrDefault("registry.insecure", "").equals("true");
    for (String name : export.attributes().get("name").split(",")) {
      ImageReference reference = ImageReference.parseNormalized(name).withDefaultTag();
      names.add(reference);
      if (!repositories.containsKey(reference.name())) {
        repositories.put(reference.name(), RegistryClient.of(reference, login, insecure));
      }
    }
  }

  @Override
  public Export builderExport(Share share) {
    Map<String, String> attributes = new LinkedHashMap<>(export.attributes());
    attributes.put("name", names.stream().map(ImageReference::name).distinct().collect(Collectors.joining(",")));
    attributes.put("push", "true");
    attributes.put("push-by-digest", "true");
    return Export.onDaemon(export.type(), attributes);
  }

  @Override
  public byte[] read(Share share, String digest) throws IOException, InterruptedException {
    return repositories.values().iterator().next().manifest(digest);
  }

  @Override
  public void write(String mediaType, byte[] index) throws IOException, InterruptedException {
    for (ImageReference name : names) {
      repositories.get(name.name()).putManifest(name.tag(), mediaType, index);
    }
  }

  @Override
  public void close() {
    repositories.values().forEach(RegistryClient::close);
  }
}
