package dev.strake.bridge.daemon;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** BuildKit's official release archive, whose checksum is known here and verified before anything of it is used. */
final class BuildkitArchive {

  private static final Map<String, String> SHA256 =
      Map.of(
          "amd64", "2975d0f651ad96ba8b80b9992ae1f9a964f4408569af5b6dc36544165c3926af",
          "arm64", "9e8f46bf309ec0ab262967be5538a4dbe06be756a82621f98253933bac5dcf92");
  private static final int TIMEOUT_MILLIS = 30_000;

  private final String version;
  private final Proxy proxy;

  BuildkitArchive(String version, Proxy proxy) {
    this.version = version;
    this.proxy = proxy;
  }

  /** Fetches the archive, verifies it, and puts the named programs into {@code bin}. */
  void installInto(Path bin, List<String> programs) throws IOException, InterruptedException, HostFailure {
    String architecture = architecture();
    String expected = SHA256.get(architecture);
    if (expected == null) {
      throw unavailable("there is no known release archive for " + architecture);
    }
    Path archive = Files.createTempFile(bin, ".buildkit", ".tar.gz");
    try {
      String actual = fetch(address(architecture), archive);
      if (!actual.equals(expected)) {
        throw unavailable("the archive's SHA-256 is " + actual + " instead of " + expected);
      }
      unpack(archive, bin, programs);
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private URI address(String architecture) {
    return URI.create(
        "https://github.com/moby/buildkit/releases/download/%s/buildkit-%s.linux-%s.tar.gz"
            .formatted(version, version, architecture));
  }

  private String fetch(URI address, Path target) throws IOException, HostFailure {
    try {
      URLConnection connection = address.toURL().openConnection(proxy);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try (InputStream body = connection.getInputStream()) {
        Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return BlobDigest.of(target).hex();
    } catch (IOException e) {
      throw unavailable("fetching " + address + ": " + e);
    }
  }

  private static void unpack(Path archive, Path bin, List<String> programs)
      throws IOException, InterruptedException, HostFailure {
    for (String program : programs) {
      Command tar =
          Command.of("tar", "-xzf", archive.toString(), "-C", bin.toString(), "--strip-components=1", "bin/" + program);
      int exitCode = tar.run(line -> {});
      if (exitCode != 0) {
        throw new HostFailure(DaemonDiagnostics.commandFailed(tar.toString(), exitCode, List.of()));
      }
    }
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      default -> name;
    };
  }

  private static HostFailure unavailable(String reason) {
    return new HostFailure(DaemonDiagnostics.buildkitUnavailable(reason));
  }
}
