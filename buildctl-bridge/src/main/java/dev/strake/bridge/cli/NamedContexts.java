package dev.strake.bridge.cli;

import dev.strake.bridge.content.Descriptor;
import dev.strake.bridge.content.OciIndex;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.bridge.rootfs.RootfsDiagnostics;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns named contexts into frontend options and the folders that those speak of. */
final class NamedContexts {

  private static final String LAYOUT = "oci-layout://";
  private static final String ROOTFS = "rootfs:";
  private static final String BUSYBOX = ROOTFS + "busybox";
  private static final String FOR_PLATFORM = "::";
  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9+.-]*://|git@|target:|input:).*");

  /** The session's names of the build's own folders. */
  private static final Set<String> TAKEN = Set.of("context", "dockerfile");

  private final Host host;
  private final List<Platform> platforms;
  private final Consumer<String> notices;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, Path> folders = new LinkedHashMap<>();
  private final Map<String, Path> layouts = new LinkedHashMap<>();

  /** @param platforms what is built for; what the contexts of the machine itself cannot serve is fetched for them */
  NamedContexts(Host host, List<Platform> platforms, Consumer<String> notices) {
    this.host = host;
    this.platforms = platforms;
    this.notices = notices;
  }

  /** Takes one in; a later one of the same name takes the place of an earlier. */
  void add(String name, String value, Path relativeTo) throws HostFailure, IOException, InterruptedException {
    if (ADDRESS.matcher(value).matches()) {
      if (value.startsWith(LAYOUT)) {
        addLayout(name, value, relativeTo);
        return;
      }
      options.put("context:" + name, value);
      folders.remove(sessionName(name));
      return;
    }
    addFolder(name, folder(name, value, relativeTo));
    if (value.equals(BUSYBOX) && !name.contains(FOR_PLATFORM)) {
      for (Platform platform : platforms) {
        addFolder(name + FOR_PLATFORM + Platforms.format(platform), new BusyboxRootfs(host, notices).prepare(platform));
      }
    }
  }

  private void addFolder(String name, Path folder) {
    folders.put(sessionName(name), folder);
    options.put("context:" + name, "local:" + sessionName(name));
  }

  /** The frontend options, such as {@code context:base=local:base}. */
  Map<String, String> options() {
    return options;
  }

  /** The folders by the names that the options use. */
  Map<String, Path> folders() {
    return folders;
  }

  /** The OCI layouts by the names that the options use. */
  Map<String, Path> layouts() {
    return layouts;
  }

  private Path folder(String name, String value, Path relativeTo)
      throws HostFailure, IOException, InterruptedException {
    if (value.equals(BUSYBOX)) {
      return new BusyboxRootfs(host, notices).prepare(platformOf(name));
    }
    if (value.startsWith(ROOTFS)) {
      throw new HostFailure(RootfsDiagnostics.unknown(value.substring(ROOTFS.length())));
    }
    Path folder = relativeTo.resolve(value).normalize();
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "the named context " + name + " is no folder: " + folder,
          "write NAME=FOLDER, NAME=rootfs:busybox, or an address such as docker-image://alpine");
    }
    return folder;
  }

  /** A context may be for one platform only: {@code base::linux/arm64}. */
  private static Platform platformOf(String name) {
    int mark = name.lastIndexOf(FOR_PLATFORM);
    if (mark < 0) {
      return Platforms.local();
    }
    try {
      return Platforms.parse(name.substring(mark + FOR_PLATFORM.length()), Platforms.local());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "the named context " + name + ": " + e.getMessage(), "write a platform such as linux/arm64 behind the ::");
    }
  }

  /** {@code FOLDER[:TAG][@DIGEST]}; without a digest it is the one that the layout has for the tag. */
  private void addLayout(String name, String value, Path relativeTo) throws IOException, HostFailure {
    String[] parts = value.substring(LAYOUT.length()).split("@", 2);
    int colon = parts[0].lastIndexOf(':');
    String tag = colon < 0 ? "latest" : parts[0].substring(colon + 1);
    Path layout = relativeTo.resolve(colon < 0 ? parts[0] : parts[0].substring(0, colon)).normalize();
    String digest = parts.length > 1 ? parts[1] : digest(name, layout, tag);
    layouts.put(sessionName(name), layout);
    options.put("context:" + name, LAYOUT + sessionName(name) + ":" + tag + "@" + digest);
  }

  private static String digest(String name, Path layout, String tag) throws IOException, HostFailure {
    OciIndex index = new OciIndex(layout);
    List<Descriptor> manifests = index.manifests();
    Optional<Descriptor> only = manifests.size() == 1 ? Optional.of(manifests.getFirst()) : Optional.empty();
    Optional<Descriptor> found = index.find(tag).or(() -> only);
    if (found.isEmpty()) {
      throw new HostFailure(CliDiagnostics.noImage(name, layout, tag));
    }
    return found.get().digest().toString();
  }

  private static String sessionName(String name) {
    return TAKEN.contains(name) ? "named-" + name : name;
  }
}
