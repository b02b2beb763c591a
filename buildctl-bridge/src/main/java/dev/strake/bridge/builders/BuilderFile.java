package dev.strake.bridge.builders;

import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.TlsSettings;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.HostFailure;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which daemon builds for which platform, one {@code platform[,platform]=address} a line, with settings behind it:
 * {@code tlsdir=FOLDER}, {@code tlsservername=NAME}. Blank lines and lines that begin with {@code #} are skipped.
 *
 * <pre>{@code
 * linux/amd64,linux/386=unix:///run/buildkit/buildkitd.sock
 * linux/arm64=tcp://arm.example:1234 tlsdir=certs
 * }</pre>
 */
public final class BuilderFile {

  private static final String TLS_FOLDER = "tlsdir";
  private static final String TLS_NAME = "tlsservername";

  private final Path file;
  private final List<Builder> builders;

  private BuilderFile(Path file, List<Builder> builders) {
    this.file = file;
    this.builders = builders;
  }

  /** Reads a file; folders in it are relative to it. */
  public static BuilderFile read(Path file) throws HostFailure {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new HostFailure(BuilderDiagnostics.unreadable(FileErrors.describe(e)));
    }
    List<Builder> builders = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          builders.add(builder(line, file.toAbsolutePath().getParent()));
        } catch (IllegalArgumentException | IOException e) {
          throw new HostFailure(BuilderDiagnostics.malformed(file + ":" + (i + 1), e.getMessage()));
        }
      }
    }
    if (builders.isEmpty()) {
      throw new HostFailure(BuilderDiagnostics.malformed(file.toString(), "it names no builder"));
    }
    return new BuilderFile(file, builders);
  }

  private static Builder builder(String line, Path folder) throws IOException {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException("not PLATFORM=ADDRESS: " + line);
    }
    List<Platform> platforms = new ArrayList<>();
    for (String text : line.substring(0, equals).split(",")) {
      platforms.add(Platforms.normalize(Platforms.parse(text.strip(), Platforms.local())));
    }
    String[] words = line.substring(equals + 1).strip().split("\\s+");
    DaemonAddress.parse(words[0]);
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      if (pair.length < 2 || !pair[0].equals(TLS_FOLDER) && !pair[0].equals(TLS_NAME)) {
        throw new IllegalArgumentException("no such setting: " + words[i]);
      }
      settings.put(pair[0], pair[1]);
    }
    return new Builder(platforms, words[0], tls(settings, folder));
  }

  private static Optional<TlsSettings> tls(Map<String, String> settings, Path folder) throws IOException {
    if (!settings.containsKey(TLS_FOLDER)) {
      return Optional.empty();
    }
    TlsSettings files = TlsSettings.ofDirectory(folder.resolve(settings.get(TLS_FOLDER)));
    return Optional.of(files.withServerName(settings.getOrDefault(TLS_NAME, "")));
  }

  /** All platforms that the file names. */
  public List<Platform> platforms() {
    return builders.stream().flatMap(builder -> builder.platforms().stream()).distinct().toList();
  }

  /**
   * Gives each platform to a builder: to the first that names it, else to the first that names its architecture.
   *
   * @return one share for each builder that has anything to do, in the order of their first platforms
   */
  public List<Share> assign(List<Platform> wanted) throws HostFailure {
    Map<Builder, List<Platform>> shares = new LinkedHashMap<>();
    for (Platform platform : wanted) {
      Builder best = null;
      for (Builder builder : builders) {
        if (builder.fitness(platform) > (best == null ? 0 : best.fitness(platform))) {
          best = builder;
        }
      }
      if (best == null) {
        throw new HostFailure(BuilderDiagnostics.noBuilder(Platforms.formatAll(platform), file));
      }
      shares.computeIfAbsent(best, key -> new ArrayList<>()).add(platform);
    }
    return shares.entrySet().stream().map(share -> new Share(share.getKey(), share.getValue())).toList();
  }
}
