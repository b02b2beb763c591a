package dev.strake.bridge.session;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The credentials that {@code docker login} has left behind: in Docker's configuration file, or with the credential
 * helpers that the file names; before them those of the variable {@code DOCKER_AUTH_CONFIG}. The file is read once, when
 * this is made; a registry's credentials are good for some minutes, for helpers give such as expire. Thread-safe.
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

  /** Tokens of some clouds are good for five minutes. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(290);

  private record Known(Credentials credentials, long since) {}

  private final Path file;
  private final Map<String, String> environment;
  private final Consumer<String> refusals;
  private final Map<String, Known> known = new HashMap<>();
  private DockerConfig config = DockerConfig.EMPTY;
  private Map<String, Credentials> variable = Map.of();
  private Optional<String> fileProblem = Optional.empty();
  private Optional<String> variableProblem = Optional.empty();

  private DockerCredentials(Path file, String name, Map<String, String> environment, Consumer<String> refusals) {
    this.file = file;
    this.environment = environment;
    this.refusals = refusals;
    try {
      config = DockerConfig.read(file, name);
    } catch (IOException e) {
      fileProblem = Optional.of(String.valueOf(e.getMessage()));
    }
    try {
      variable = DockerVariable.read(environment.getOrDefault(DockerVariable.NAME, ""));
    } catch (IOException e) {
      variableProblem = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Those in a folder's {@code config.json}. */
  public static DockerCredentials in(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    return new DockerCredentials(file, file.toString(), Map.of(), refusal -> {});
  }

  /** Those in {@code $DOCKER_CONFIG}, or else in {@code ~/.docker}. */
  public static DockerCredentials ofUser(Surroundings user) {
    return ofUser(user, refusal -> {});
  }

  /**
   * The same.
   *
   * @param refusals hears for each registry that is asked for, if need be, that the variable cannot be read
   */
  public static DockerCredentials ofUser(Surroundings user, Consumer<String> refusals) {
    String home = user.environment().getOrDefault("HOME", System.getProperty("user.home"));
    String given = user.environment().getOrDefault("DOCKER_CONFIG", "");
    String name = (given.isEmpty() ? home + "/.docker" : given) + "/" + FILE_NAME;
    return new DockerCredentials(user.resolve(name), name, user.environment(), refusals);
  }

  /** What is wrong with the file, which then counts as empty; absent where all is well. */
  public Optional<String> fileProblem() {
    return fileProblem;
  }

  /** What is wrong with the variable, which then counts as empty; absent where all is well. */
  public Optional<String> variableProblem() {
    return variableProblem.map(problem -> "parsing " + DockerVariable.NAME + ": " + problem);
  }

  @Override
  public Path seedFolder() {
    return file.toAbsolutePath().getParent();
  }

  @Override
  public synchronized Credentials forHost(String host) {
    Known before = known.get(host);
    long now = System.nanoTime();
    if (before != null && now - before.since <= GOOD_FOR.toNanos()) {
      return before.credentials;
    }
    Credentials found = find(host.equals(HUB_HOST) ? HUB_KEY : host);
    known.put(host, new Known(found, now));
    return found;
  }

  private Credentials find(String key) {
    variableProblem.ifPresent(
        problem ->
            refusals.accept("Failed to create credential store from " + DockerVariable.NAME + ":  " + problem));
    Credentials inVariable = variable.get(key);
    if (inVariable != null) {
      return inVariable;
    }
    String usual = config.isEmpty() ? installedHelper() : config.defaultHelper();
    String helper = config.helpers().getOrDefault(key, usual);
    try {
      return helper.isEmpty() ? inFile(config.auths(), key) : fromHelper(helper, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
