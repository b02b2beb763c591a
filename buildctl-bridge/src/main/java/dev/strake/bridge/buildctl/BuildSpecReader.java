package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.control.CacheEntry;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.control.SourcePolicy;
import dev.strake.bridge.control.SourcePolicyJson;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.option.AllowOption;
import dev.strake.bridge.option.CacheOptions;
import dev.strake.bridge.option.OptionException;
import dev.strake.bridge.option.RegistryTlsOptions;
import dev.strake.bridge.option.SecretOptions;
import dev.strake.bridge.option.SshOptions;
import dev.strake.bridge.session.DockerCredentials;
import dev.strake.bridge.session.Ids;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.Surroundings;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.marshal.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the flags of {@code build} into what is to be solved; what is wrong is told in the reference's order. */
final class BuildSpecReader {

  private static final String REQUEST_ID = "requestid";

  private final Session session;
  private final FlagValues flags;
  private final LogLines log;

  BuildSpecReader(Session session, FlagValues flags, LogLines log) {
    this.session = session;
    this.flags = flags;
    this.log = log;
  }

  /** @param answer receives the metadata where the build only asks the frontend for something */
  SolveSpec read(SubrequestAnswer answer) throws IOException {
    try {
      return spec(answer);
    } catch (OptionException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  private SolveSpec spec(SubrequestAnswer answer) throws IOException {
    SessionSpec.Builder offered = session();
    flags.texts(BuildFlags.ALLOW).forEach(AllowOption::requireKnown);
    OutputFlag output = new OutputFlag(session.streams(), session.folder());
    List<Export> exports = flags.texts(BuildFlags.OUTPUT).stream().map(output::parse).toList();
    CacheOptions caches = new CacheOptions(environment(), log::warning);
    List<CacheEntry> cacheExports =
        flags.texts(BuildFlags.EXPORT_CACHE).stream().map(text -> caches.parseExport("--export-cache", text)).toList();
    List<CacheEntry> cacheImports =
        flags.texts(BuildFlags.IMPORT_CACHE).stream().map(text -> caches.parseImport("--import-cache", text)).toList();
    Optional<SourcePolicy> policy = sourcePolicy();
    Map<String, String> options = FrontendOptions.parse(flags.texts(BuildFlags.OPT), environment(), log::debug);
    LocalFolders folders = new LocalFolders(session.folder());
    folders.locals(flags.texts(BuildFlags.LOCAL)).forEach(offered::local);
    folders.layouts(flags.texts(BuildFlags.OCI_LAYOUT)).forEach(offered::ociLayout);
    SolveSpec.Builder spec =
        work(options, answer)
            .ref(Ids.next())
            .product("buildctl")
            .session(offered.build())
            .behaviour(new SolveSpec.DaemonBehaviour(false, flags.on(BuildFlags.PROXY_NETWORK), 0));
    policy.ifPresent(spec::sourcePolicy);
    exports.forEach(spec::export);
    cacheExports.forEach(spec::cacheExport);
    cacheImports.forEach(spec::cacheImport);
    flags.texts(BuildFlags.ALLOW).forEach(spec::entitlement);
    return spec.build();
  }

  private Map<String, String> environment() {
    return session.host().environment();
  }

  private SessionSpec.Builder session() {
    Surroundings surroundings = new Surroundings(session.folder(), environment());
    SessionSpec.Builder offered = SessionSpec.builder().surroundings(surroundings);
    DockerCredentials credentials = DockerCredentials.ofUser(surroundings, session.streams().err());
    credentials.fileProblem().ifPresent(problem -> session.streams().err().println("WARNING: Error " + problem));
    RegistryTlsOptions tls = new RegistryTlsOptions(session.folder());
    flags.texts(BuildFlags.REGISTRY_TLS).forEach(tls::add);
    tls.hosts().forEach(offered::registryTls);
    offered.credentials(credentials);
    new SshOptions(surroundings).addTo(offered, flags.texts(BuildFlags.SSH));
    new SecretOptions(environment(), session.folder()).parse(flags.texts(BuildFlags.SECRET)).forEach(offered::secret);
    return offered;
  }

  private Optional<SourcePolicy> sourcePolicy() {
    String name = flags.text(BuildFlags.SOURCE_POLICY_FILE);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path file = session.folder().resolve(name);
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandException("open " + FileErrors.describe(e, name));
    }
    try {
      return Optional.of(SourcePolicyJson.read(json));
    } catch (IOException e) {
      throw new CommandException(
          "failed to unmarshal source-policy-file " + GoQuote.quote(name) + ": " + e.getMessage());
    }
  }

  private SolveSpec.Builder work(Map<String, String> options, SubrequestAnswer answer) throws IOException {
    String frontend = flags.text(BuildFlags.FRONTEND);
    if (frontend.isEmpty()) {
      Definition graph = StandardInputGraph.read(session.streams());
      Definition asked = flags.on(BuildFlags.NO_CACHE) ? graph.ignoringCache() : graph;
      return SolveSpec.ofForwardedGraph(asked, answer::keep).options(options);
    }
    if (flags.on(BuildFlags.NO_CACHE)) {
      options.put("no-cache", "");
    }
    if (options.containsKey(REQUEST_ID)) {
      answer.expect();
    }
    return SolveSpec.ofForwardedFrontend(frontend, answer::keep).options(options);
  }
}
