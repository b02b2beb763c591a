package dev.strake.bridge.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that have others run buildkitd: systemd's units, and manifests for Kubernetes. */
public enum ServiceFiles {
  UNITS("units", List.of("buildkit.service", "buildkit.socket")),
  MANIFESTS("manifests", List.of("deployment.yaml", "statefulset.yaml"));

  private static final Path USUAL_BUILDKITD = Path.of("/usr/local/bin/buildkitd");

  private final String folder;
  private final List<String> names;

  ServiceFiles(String folder, List<String> names) {
    this.folder = folder;
    this.names = names;
  }

  /** Writes them into a folder, with this machine's buildkitd, and returns what was written. */
  public List<Path> write(Path target, Toolbox toolbox) throws IOException {
    Files.createDirectories(target);
    String buildkitd = toolbox.find(Component.BUILDKITD).orElse(USUAL_BUILDKITD).toString();
    List<Path> written = new ArrayList<>();
    for (String name : names) {
      try (InputStream template = ServiceFiles.class.getResourceAsStream(folder + "/" + name)) {
        String text =
            new String(template.readAllBytes(), StandardCharsets.UTF_8)
                .replace("@BUILDKITD@", buildkitd)
                .replace("@VERSION@", BuildkitInstaller.VERSION);
        written.add(Files.writeString(target.resolve(name), text));
      }
    }
    return written;
  }
}
