package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.option.AllowOption;
import dev.strake.bridge.option.CacheOptions;
import dev.strake.bridge.session.DockerCredentials;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.Surroundings;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the options of {@code strake build} into a {@link BuildRequest}. */
final class BuildRequestReader {

  private static final String EPOCH = "SOURCE_DATE_EPOCH";

  private final Host host;
  private final Streams streams;
  private final Path folder;
  private final TemporaryFolder temporary;
  private final Consumer<String> notices;

  /**
   * @param folder relative paths begin here
   * @param temporary for what comes on standard input
   * @param notices receives a line for each thing that is fetched
   */
  BuildRequestReader(Host host, Streams streams, Path folder, TemporaryFolder temporary, Consumer<String> notices) {
    this.host = host;
    this.streams = streams;
    this.folder = folder;
    this.temporary = temporary;
    this.notices = notices;
  }

  /** What a build is made from, for commands that want no image of it. */
  BuildRequest read(SourceOptions source) throws HostFailure, IOException, InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    sourceOptions(source, options);
    BuildFolders folders = new BuildFolderReader(folder, streams.in(), temporary).read(source);
    options.putAll(folders.options());
    Surroundings surroundings = new Surroundings(folder, host.environment());
    DockerCredentials credentials = DockerCredentials.ofUser(surroundings);
    Stream.of(credentials.fileProblem(), credentials.variableProblem())
        .flatMap(Optional::stream)
        .forEach(problem -> notices.accept("not all credentials for registries can be read: " + problem));
    SessionSpec.Builder session = SessionSpec.builder().surroundings(surroundings).credentials(credentials);
    folders.locals().forEach(session::local);
    folders.archive().ifPresent(session::upload);
    Optional.ofNullable(folders.locals().get("context")).map(SharedKey::of).ifPresent(session::sharedKey);
    NamedContexts contexts = namedContexts(source, folders.dockerfile());
    options.putAll(contexts.options());
    contexts.folders().forEach(session::local);
    contexts.layouts().forEach(session::ociLayout);
    for (String text : source.frontendOptions) {
      Map.Entry<String, String> pair = OptionValues.pair("--opt", text);
      options.put(pair.getKey(), pair.getValue());
    }
    return BuildRequest.ofSource(options, session.build());
  }

  /** A whole build, but for its exports. */
  BuildRequest read(SourceOptions source, StepOptions steps, List<String> labels)
      throws HostFailure, IOException, InterruptedException {
    BuildRequest request = read(source);
    Map<String, String> options = new LinkedHashMap<>(request.options());
    for (String text : labels) {
      Map.Entry<String, String> pair = OptionValues.pair("--label", text);
      options.put("label:" + pair.getKey(), pair.getValue());
    }
    StepOptionsReader stepOptions = new StepOptionsReader(host, folder);
    options.putAll(stepOptions.frontendOptions(steps));
    SessionSpec.Builder session = request.session().toBuilder();
    stepOptions.addTo(session, steps);
    CacheOptions caches = new CacheOptions(host.environment(), warning -> {});
    return new BuildRequest(
        steps.frontend,
        options,
        session.build(),
        List.of(),
        all("--cache-from", steps.cacheImports, text -> caches.parseImport("--cache-from", text)),
        all("--cache-to", steps.cacheExports, text -> caches.parseExport("--cache-to", text)),
        all("--allow", steps.entitlements, AllowOption::requireKnown));
  }

  private static <T> List<T> all(String option, List<String> texts, Function<String, T> reader) {
    return texts.stream().map(text -> OptionValues.read(option, text, reader)).toList();
  }

  private void sourceOptions(SourceOptions given, Map<String, String> options) {
    host.variable(EPOCH).ifPresent(value -> options.put("build-arg:" + EPOCH, value));
    given.buildArgs.forEach(text -> buildArg(text, options));
    Optional.ofNullable(given.target).ifPresent(value -> options.put("target", value));
    Optional.ofNullable(given.network).ifPresent(value -> options.put("force-network-mode", networkMode(value)));
    if (!given.platforms.isEmpty()) {
      options.put("platform", String.join(",", given.platforms));
    }
    if (!given.addHosts.isEmpty()) {
      List<String> hosts = given.addHosts.stream().map(text -> text.replaceFirst(":", "=")).toList();
      options.put("add-hosts", String.join(",", hosts));
    }
    if (given.pull) {
      options.put("image-resolve-mode", "pull");
    }
  }

  private void buildArg(String text, Map<String, String> options) {
    if (text.contains("=")) {
      Map.Entry<String, String> pair = OptionValues.pair("--build-arg", text);
      options.put("build-arg:" + pair.getKey(), pair.getValue());
    } else if (host.environment().containsKey(text)) {
      options.put("build-arg:" + text, host.environment().get(text));
    }
  }

  private static String networkMode(String value) {
    return switch (value) {
      case "default" -> "sandbox";
      case "none", "host" -> value;
      default ->
          throw new UsageException(
              "--network=" + value + ": there is no such mode", "the modes are default, none, host");
    };
  }

  /** Those platforms of a build that are not this machine's; what is no platform is for the frontend to refuse. */
  private static List<Platform> foreignPlatforms(SourceOptions given) {
    Platform local = Platforms.local();
    List<Platform> foreign = new ArrayList<>();
    for (String text : given.platforms) {
      try {
        Platform platform = Platforms.normalize(Platforms.parse(text, local));
        if (platform.os().equals(local.os()) && !platform.architecture().equals(local.architecture())) {
          foreign.add(platform);
        }
      } catch (IllegalArgumentException e) {
        // The frontend says it in the reference's words.
      }
    }
    return foreign;
  }

  private NamedContexts namedContexts(SourceOptions given, Optional<Path> dockerfile)
      throws HostFailure, IOException, InterruptedException {
    NamedContexts contexts = new NamedContexts(host, foreignPlatforms(given), notices);
    Map<String, String> typed = new LinkedHashMap<>();
    for (String text : given.buildContexts) {
      Map.Entry<String, String> pair = OptionValues.pair("--build-context", text);
      typed.put(pair.getKey(), pair.getValue());
    }
    if (dockerfile.isPresent()) {
      for (Map.Entry<String, String> entry : ContextsFile.besides(dockerfile.get()).entrySet()) {
        // What is typed wins, and so what it replaces need not even exist.
        if (!typed.containsKey(entry.getKey())) {
          contexts.add(entry.getKey(), entry.getValue(), dockerfile.get().getParent());
        }
      }
    }
    for (Map.Entry<String, String> entry : typed.entrySet()) {
      contexts.add(entry.getKey(), entry.getValue(), folder);
    }
    return contexts;
  }
}
