package dev.strake.bridge.session;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The credentials that {@code docker login} has left behind: in Docker's configuration file, or with the credential
 * helpers that the file names; before them those of the variable {@value #VARIABLE}. Thread-safe.
 *
 * <pre>{@code
 * RegistryCredentials credentials = DockerCredentials.ofUser(Surroundings.ofProcess());
 * }</pre>
 */
public final class DockerCredentials implements RegistryCredentials {

  private static final String HUB_HOST = "registry-1.docker.io";
  private static final String HUB_KEY = "https://index.docker.io/v1/";
  private static final String NOT_FOUND = "credentials not found";
  private static final int HELPER_SECONDS = 60;
  private static final String HELPER = "docker-credential-";
  private static final String FILE_NAME = "config.json";
  private static final String VARIABLE = "DOCKER_AUTH_CONFIG";

  private final Path file;
  private final String name;
  private final Map<String, String> environment;

  private DockerCredentials(Path file, String name, Map<String, String> environment) {
    this.file = file;
    this.name = name;
    this.environment = environment;
  }

  /** Those in a folder's {@code config.json}, which is read each time, for a login may come in between. */
  public static DockerCredentials in(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    return new DockerCredentials(file, file.toString(), Map.of());
  }

  /** Those in {@code $DOCKER_CONFIG}, or else in {@code ~/.docker}. */
  public static DockerCredentials ofUser(Surroundings user) {
    String home = user.environment().getOrDefault("HOME", System.getProperty("user.home"));
    String given = user.environment().getOrDefault("DOCKER_CONFIG", "");
    String name = (given.isEmpty() ? home + "/.docker" : given) + "/" + FILE_NAME;
    return new DockerCredentials(user.resolve(name), name, user.environment());
  }

  /** What is wrong with the file or the variable, each of which then counts as empty; absent where all is well. */
  public Optional<String> problem() {
    try {
      DockerConfig.read(file);
    } catch (IOException e) {
      return Optional.of("parsing config file (" + name + "): " + e.getMessage());
    }
    try {
      DockerConfig.readVariable(environment.getOrDefault(VARIABLE, ""));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("parsing " + VARIABLE + ": " + e.getMessage());
    }
  }

  @Override
  public Path seedFolder() {
    return file.toAbsolutePath().getParent();
  }

  @Override
  public Credentials forHost(String host) {
    String key = host.equals(HUB_HOST) ? HUB_KEY : host;
    Credentials inVariable = inVariable().get(key);
    if (inVariable != null) {
      return inVariable;
    }
    DockerConfig config = inFile();
    String usual = config.isEmpty() ? installedHelper() : config.defaultHelper();
    String helper = config.helpers().getOrDefault(key, usual);
    try {
      return helper.isEmpty() ? inFile(config.auths(), key) : fromHelper(helper, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Credentials> inVariable() {
    try {
      return DockerConfig.readVariable(environment.getOrDefault(VARIABLE, ""));
    } catch (IOException e) {
      return Map.of();
    }
  }

  private DockerConfig inFile() {
    try {
      return DockerConfig.read(file);
    } catch (IOException e) {
      return DockerConfig.EMPTY;
    }
  }

  /** The helper that a system has where nothing is configured; empty for none. */
  private String installedHelper() {
    String store = isOnPath("pass") ? "pass" : "secretservice";
    return isOnPath(HELPER + store) ? store : "";
  }

  private boolean isOnPath(String program) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
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
    String program = HELPER + helper;
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
