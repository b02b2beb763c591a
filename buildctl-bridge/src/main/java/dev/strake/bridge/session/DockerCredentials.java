package dev.strake.bridge.session;

import dev.strake.llb.go.GoPath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
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

  private static final Set<String> HUB_HOSTS = Set.of("registry-1.docker.io", "docker.io", "index.docker.io");
  private static final String HUB_KEY = "https://index.docker.io/v1/";
  private static final String FILE_NAME = "config.json";

  /** A helper may have a question to the user, whom nobody hurries. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Tokens of some clouds are good for five minutes. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(290);

  private record Known(Credentials credentials, long since) {}

  private final Path file;
  private final CredentialHelper helper;
  private final Consumer<String> refusals;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();
  private final DockerConfig config;
  private Map<String, Credentials> variable = Map.of();
  private Optional<String> variableProblem = Optional.empty();

  private DockerCredentials(Path file, String name, CredentialHelper helper, Consumer<String> refusals) {
    this.file = file;
    this.helper = helper;
    this.refusals = refusals;
    this.config = DockerConfig.read(file, name);
    try {
      variable = DockerVariable.read(helper.user().environment().getOrDefault(DockerVariable.NAME, ""));
    } catch (IOException e) {
      variableProblem = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Those in a folder's {@code config.json}, and of the helpers that it names. */
  public static DockerCredentials in(Path folder) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove(DockerVariable.NAME);
    environment.put("DOCKER_CONFIG", folder.toAbsolutePath().toString());
    return ofUser(new Surroundings(Path.of(""), environment));
  }

  /** Those in {@code $DOCKER_CONFIG}, or else in {@code ~/.docker}. */
  public static DockerCredentials ofUser(Surroundings user) {
    return ofUser(user, System.err, refusal -> {});
  }

  /**
   * The same.
   *
   * @param err gets what helpers print on standard error; and, for each registry that is asked for, that the variable
   *     cannot be read, if so
   */
  public static DockerCredentials ofUser(Surroundings user, PrintStream err) {
    return ofUser(user, err, err::println);
  }

  private static DockerCredentials ofUser(Surroundings user, PrintStream err, Consumer<String> refusals) {
    return ofUser(user, new CredentialHelper(user, err, PATIENCE), refusals);
  }

  static DockerCredentials ofUser(Surroundings user, CredentialHelper helper, Consumer<String> refusals) {
    String home = user.environment().getOrDefault("HOME", "");
    String given = user.environment().getOrDefault("DOCKER_CONFIG", "");
    String usual = GoPath.join(home.isEmpty() ? System.getProperty("user.home") : home, ".docker");
    String name = GoPath.join(given.isEmpty() ? usual : given, FILE_NAME);
    return new DockerCredentials(user.resolve(name), name, helper, refusals);
  }

  /** What is wrong with the file, of which then only holds what could be read; absent where all is well. */
  public Optional<String> fileProblem() {
    return config.problem();
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
  public Credentials forHost(String host) throws IOException, InterruptedException {
    Optional<Credentials> before = fresh(host);
    if (before.isPresent()) {
      return before.get();
    }
    String key = HUB_HOSTS.contains(host) ? HUB_KEY : host;
    variableProblem.ifPresent(
        problem ->
            refusals.accept("Failed to create credential store from " + DockerVariable.NAME + ":  " + problem));
    Credentials inVariable = variable.get(key);
    if (inVariable != null) {
      return keep(host, inVariable);
    }
    String usual = config.isEmpty() ? helper.installed() : config.defaultHelper();
    String program = config.helpers().getOrDefault(key, usual);
    return program.isEmpty() ? keep(host, inFile(config.auths(), key)) : ofHelper(program, host, key);
  }

  /** One helper is not asked twice at once, which some do not bear; none waits for another. */
  private Credentials ofHelper(String program, String host, String key) throws IOException, InterruptedException {
    ReentrantLock turn = busy.computeIfAbsent(program, each -> new ReentrantLock());
    turn.lockInterruptibly();
    try {
      Optional<Credentials> meanwhile = fresh(host);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      Credentials found = helper.get(program, key);
      String token = inFile(config.auths(), key).registryToken();
      return keep(host, new Credentials(found.username(), found.password(), found.identityToken(), token));
    } finally {
      turn.unlock();
    }
  }

  private Optional<Credentials> fresh(String host) {
    Known before = known.get(host);
    return before != null && System.nanoTime() - before.since <= GOOD_FOR.toNanos()
        ? Optional.of(before.credentials)
        : Optional.empty();
  }

  private Credentials keep(String host, Credentials found) {
    known.put(host, new Known(found, System.nanoTime()));
    return found;
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
}
