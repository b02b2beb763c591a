package dev.strake.bridge.control;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.content.ContentStore;
import dev.strake.bridge.content.Descriptor;
import dev.strake.bridge.content.OciIndex;
import dev.strake.bridge.content.StoreCleaner;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.session.OfferedStore;
import dev.strake.bridge.session.Surroundings;
import dev.strake.llb.go.GoBool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folders of this side that a build keeps blobs in: OCI layouts that it reads, local caches, and exports that are
 * OCI layouts. Offers them to the daemon, and writes their indexes when the build has succeeded.
 */
final class BlobFolders implements AutoCloseable {

  private static final String LATEST = "latest";
  /** The id under which the daemon looks for the folder of such an export; it knows one. */
  private static final String EXPORT_ID = "export";

  private static final String CACHE_MANIFEST = "cache.manifest";
  private static final String IMAGE_DESCRIPTOR = "containerimage.descriptor";
  private static final String IMAGE_NAME = "image.name";

  private final ProgressListener listener;
  private final Surroundings surroundings;
  private final Map<String, OfferedStore> stores = new LinkedHashMap<>();
  private final Map<Path, String> cacheTags = new LinkedHashMap<>();
  private final List<ContentStore> cleaned = new ArrayList<>();
  private final List<Path> layouts = new ArrayList<>();
  private final List<CacheEntry> imports = new ArrayList<>();
  private final List<CacheEntry> asked = new ArrayList<>();

  private BlobFolders(ProgressListener listener, Surroundings surroundings) {
    this.listener = listener;
    this.surroundings = surroundings;
  }

  /**
   * The folders of a build.
   *
   * @param listener hears of caches that are not there
   * @throws IllegalArgumentException when the spec contradicts itself; the message is the reference's
   * @throws IOException when a folder cannot be made, or is none
   */
  static BlobFolders of(SolveSpec spec, ProgressListener listener) throws IOException {
    BlobFolders folders = new BlobFolders(listener, spec.session().surroundings());
    for (CacheEntry entry : spec.cacheExports()) {
      folders.addExport(entry);
    }
    for (CacheEntry entry : spec.cacheImports()) {
      folders.addImport(entry);
    }
    for (Map.Entry<String, Path> layout : spec.session().ociLayouts().entrySet()) {
      folders.offer("oci:" + layout.getKey(), ContentStore.present(layout.getValue()), false);
    }
    for (Export export : spec.exports()) {
      if (export.isLayout() && export.destination() instanceof Export.Destination.Directory(Path path)) {
        folders.offer(EXPORT_ID, ContentStore.make(path), true);
        folders.layouts.add(path);
      }
    }
    return folders;
  }

  private void offer(String id, ContentStore store, boolean writable) {
    if (stores.putIfAbsent(id, new OfferedStore(store, writable)) != null) {
      throw new IllegalArgumentException("oci store key \"" + id + "\" already exists");
    }
  }

  private void addExport(CacheEntry entry) throws IOException {
    switch (entry.type()) {
      case "local" -> {
        Path folder = surroundings.resolve(required(entry, "dest", "local cache exporter requires dest"));
        ContentStore store = made(folder, entry);
        stores.put(id(entry, "dest"), new OfferedStore(store, true));
        cacheTags.put(folder, entry.attributes().getOrDefault("tag", LATEST));
        if (isTrue(entry.attributes().get("reset"))) {
          cleaned.add(store);
        }
      }
      case "registry" -> required(entry, "ref", "registry cache exporter requires ref");
      default -> {}
    }
  }

  private static ContentStore made(Path folder, CacheEntry entry) throws IOException {
    try {
      return ContentStore.make(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("mkdir " + entry.attributes().get("dest") + ": not a directory");
    }
  }

  private static boolean isTrue(@Nullable String value) {
    if (value == null) {
      return false;
    }
    return GoBool.parse(value)
        .value()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "failed to parse reset attribute: strconv.ParseBool: parsing \"" + value + "\": invalid syntax"));
  }

  private void addImport(CacheEntry entry) throws IOException {
    switch (entry.type()) {
      case "local" -> {
        String folder = required(entry, "src", "local cache importer requires src");
        Optional<CacheEntry> known = withDigest(entry, surroundings.resolve(folder));
        asked.add(known.orElse(entry));
        known.filter(cache -> isOffered(cache, surroundings.resolve(folder))).ifPresent(imports::add);
      }
      case "registry" -> {
        required(entry, "ref", "registry cache importer requires ref");
        addPlainImport(entry);
      }
      default -> addPlainImport(entry);
    }
  }

  private void addPlainImport(CacheEntry entry) {
    asked.add(entry);
    imports.add(entry);
  }

  /** The import with the digest of what is in the folder; absent where nothing is there, which fails no build. */
  private Optional<CacheEntry> withDigest(CacheEntry entry, Path folder) {
    if (!entry.attributes().getOrDefault("digest", "").isEmpty()) {
      return Optional.of(entry);
    }
    try {
      Optional<Descriptor> found = new OciIndex(folder).find(tag(entry));
      if (found.isEmpty()) {
        listener.onNotice(place(entry) + " skipped: no digest found for tag " + tag(entry));
      }
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(entry.with("digest", found.get().digest().toString()));
    } catch (IOException e) {
      listener.onNotice(place(entry) + " skipped due to err: " + FileErrors.describe(e));
      return Optional.empty();
    }
  }

  private boolean isOffered(CacheEntry entry, Path folder) {
    String digest = entry.attributes().getOrDefault("digest", "");
    try {
      ContentStore store = ContentStore.existing(folder);
      store.info(BlobDigest.parse(digest));
      // A folder that is written to as well stays so.
      stores.putIfAbsent(id(entry, "src"), new OfferedStore(store, false));
      return true;
    } catch (IOException e) {
      listener.onNotice(place(entry) + " skipped: digest " + digest + " unavailable: " + FileErrors.describe(e));
      return false;
    }
  }

  private static String place(CacheEntry entry) {
    return "local cache import at " + entry.attributes().get("src");
  }

  private static String tag(CacheEntry entry) {
    String tag = entry.attributes().getOrDefault("tag", LATEST);
    if (tag.isEmpty()) {
      throw new IllegalArgumentException(
          "local cache importer requires either explicit digest, \"latest\" tag or custom tag on index.json");
    }
    return tag;
  }

  private static String id(CacheEntry entry, String attribute) {
    return "local:" + entry.attributes().get(attribute);
  }

  private static String required(CacheEntry entry, String attribute, String complaint) {
    String value = entry.attributes().getOrDefault(attribute, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(complaint);
    }
    return value;
  }

  /** By the ids that the daemon knows them by. */
  Map<String, OfferedStore> stores() {
    return stores;
  }

  /** The caches to import, as far as they are there, with what the daemon has to be told of them. */
  List<CacheEntry> imports() {
    return imports;
  }

  /** All caches that were to be imported, with what is known of them. */
  List<CacheEntry> asked() {
    return asked;
  }

  /**
   * The build has succeeded: the indexes name what it has put into the folders.
   *
   * @param response what the exporters tell
   */
  void commit(Map<String, String> response) throws IOException {
    String manifest = response.getOrDefault(CACHE_MANIFEST, "");
    if (!manifest.isEmpty()) {
      Descriptor descriptor = Descriptor.read(manifest.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<Path, String> cache : cacheTags.entrySet()) {
        new OciIndex(cache.getKey()).put(descriptor, List.of(new OciIndex.Name.Tag(cache.getValue())));
      }
    }
    String image = response.getOrDefault(IMAGE_DESCRIPTOR, "");
    if (!image.isEmpty()) {
      Descriptor descriptor = Descriptor.read(Base64.getDecoder().decode(image));
      for (Path layout : layouts) {
        new OciIndex(layout).put(descriptor, names(response.get(IMAGE_NAME)));
      }
    }
    for (ContentStore store : cleaned) {
      clean(store);
    }
  }

  private static List<OciIndex.Name> names(@Nullable String names) {
    return names == null
        ? List.of(new OciIndex.Name.Tag(LATEST))
        : Arrays.stream(names.split(",", -1)).<OciIndex.Name>map(OciIndex.Name.Reference::new).toList();
  }

  private void clean(ContentStore store) {
    try {
      StoreCleaner.deleteUnreferenced(store);
    } catch (IOException e) {
      listener.onFailure("failed to reset cache store", "reset: " + FileErrors.describe(e));
    }
  }

  /** Throws away what was begun and not finished. */
  @Override
  public void close() throws IOException {
    for (OfferedStore offered : stores.values()) {
      offered.store().close();
    }
  }
}
