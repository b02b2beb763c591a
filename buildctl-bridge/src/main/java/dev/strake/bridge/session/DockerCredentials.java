package dev.strake.bridge.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The credentials that {@code docker login} has left behind: in Docker's configuration file, or with the credential
 * helpers that the file names.
 *
 * <pre>{@code
 * RegistryCredentials credentials = DockerCredentials.ofUser(System.getenv());
 * }</pre>
 */
public final class DockerCredentials implements RegistryCredentials {

  private static final String HUB_HOST = "registry-1.docker.io";
  private static final String HUB_KEY = "https://index.docker.io/v1/";
  private static final String NOT_FOUND = "credentials not found";
  private static final int HELPER_SECONDS = 60;

  private final Path file;

  private DockerCredentials(Path file) {
    this.file = file;
  }

  /** Those in a folder's {@code config.json}, which is read each time, for a login may come in between. */
  public static DockerCredentials in(Path folder) {
    return new DockerCredentials(folder.resolve("config.json"));
  }

  /** Those in {@code $DOCKER_CONFIG}, or else in {@code ~/.docker}. */
  public static DockerCredentials ofUser(Map<String, String> environment) {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    return in(folder.isEmpty() ? Path.of(System.getProperty("user.home"), ".docker") : Path.of(folder));
  }

  @Override
  public Path seedFolder() {
    return file.toAbsolutePath().getParent();
  }

  @Override
  public Credentials forHost(String host) {
    String key = host.equals(HUB_HOST) ? HUB_KEY : host;
    try {
      DockerConfig config = DockerConfig.read(file);
      String helper = config.helpers().getOrDefault(key, config.defaultHelper());
      return helper.isEmpty() ? inFile(config.auths(), key) : fromHelper(helper, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Credentials inFile(Map<String, Credentials> auths, String key) {
    Credentials exact = auths.get(key);
    if (exact != null) {
      return exact;
    }
    return auths.entrySet().stream()
        .filter(entry -> hostName(entry.getKey()).equals(key))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Credentials.none());
  }

  /** A registry may stand in the file as a URL. */
  private static String hostName(String registry) {
    int scheme = registry.indexOf("://");
    String rest = scheme < 0 ? registry : registry.substring(scheme + 3);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  private static Credentials fromHelper(String helper, String key) throws IOException {
    String program = "docker-credential-" + helper;
    Process process =
        new ProcessBuilder(program, "get").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      try (OutputStream input = process.getOutputStream()) {
        input.write(key.getBytes(StandardCharsets.UTF_8));
      }
      byte[] answer = process.getInputStream().readAllBytes();
      if (!process.waitFor(HELPER_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(program + " does not answer");
      }
      if (process.exitValue() == 0) {
        return DockerConfig.readHelperAnswer(answer);
      }
      String message = new String(answer, StandardCharsets.UTF_8).strip();
      if (message.startsWith(NOT_FOUND)) {
        return Credentials.none();
      }
      throw new IOException(
          "error getting credentials - err: exit status " + process.exitValue() + ", out: `" + message + "`");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
