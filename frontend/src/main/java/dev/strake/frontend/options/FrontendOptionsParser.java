package dev.strake.frontend.options;

import dev.strake.frontend.lint.LintConfig;
import dev.strake.frontend.options.CompileOptions.NoCache;
import dev.strake.frontend.options.CompileOptions.RunDefaults;
import dev.strake.frontend.options.CompileOptions.SbomGenerator;
import dev.strake.frontend.options.FrontendOptions.CapabilityRequest;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.CacheImport;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.Capability;
import dev.strake.llb.Platform;
import dev.strake.llb.ResolveMode;
import dev.strake.llb.go.GoBool;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the options in the reference's order, so that the first report is the one that the reference would stop at. */
final class FrontendOptionsParser {

  static final String RESOLVE_MODE = "image-resolve-mode";

  private static final String BUILD_ARG = "build-arg:";
  private static final String CHECK = "build-arg:BUILDKIT_DOCKERFILE_CHECK";

  private static final Set<String> CAPABILITIES =
      Set.of(
          "moby.buildkit.frontend.inputs",
          "moby.buildkit.frontend.subrequests",
          "moby.buildkit.frontend.contexts",
          "moby.buildkit.frontend.gitquerystring");

  private final GatewayPort port;
  private final OptionReader reader;

  FrontendOptionsParser(GatewayPort port, DiagnosticSink sink) {
    this.port = port;
    this.reader = new OptionReader(port.options(), sink);
  }

  FrontendOptions parse() {
    checkMinimum();
    return new FrontendOptions(
        compileOptions(),
        contextOptions(),
        capabilities(),
        reader.given("requestid"),
        reader.given("cmdline").isPresent(),
        reader.given("build-arg:BUILDKIT_SYNTAX"),
        forwardable());
  }

  private void checkMinimum() {
    String missing = port.llbCaps().missingMessage(Capability.FILE_BASE, port.product());
    if (!missing.isEmpty()) {
      reader.report(OptionDiagnostics.daemonTooOld(missing));
    }
    if (!reader.text("override-copy-image").isEmpty()) {
      reader.report(OptionDiagnostics.removedOption("override-copy-image"));
    }
    if (GoBool.parse(reader.text("build-arg:BUILDKIT_DISABLE_FILEOP")).value().orElse(false)) {
      reader.report(OptionDiagnostics.removedBuildArg("BUILDKIT_DISABLE_FILEOP"));
    }
  }

  private CompileOptions compileOptions() {
    Platform buildPlatform = PlatformOptions.buildPlatform(port.workers());
    PlatformOptions platforms = new PlatformOptions(reader);
    List<Platform> targets = platforms.targets(buildPlatform);
    ResolveMode resolveMode = resolveMode();
    RunDefaults run = new RunOptions(reader).read();
    boolean multiPlatform = platforms.multiPlatform(targets.size());
    List<CacheImport> imports = new CacheOptions(reader).imports();
    Optional<SbomGenerator> sbom = new AttestationOptions(reader).sbom();
    return new CompileOptions(
        reader.text("target"),
        reader.withPrefix(BUILD_ARG),
        reader.withPrefix("label:"),
        noCache(),
        List.of(buildPlatform),
        targets,
        multiPlatform,
        resolveMode,
        run,
        reader.given(CHECK).map(this::lintConfig),
        imports,
        sbom,
        CompileLimits.DEFAULT);
  }

  private ResolveMode resolveMode() {
    String text = reader.text(RESOLVE_MODE);
    Optional<ResolveMode> mode =
        text.isEmpty()
            ? Optional.of(ResolveMode.DEFAULT)
            : Arrays.stream(ResolveMode.values()).filter(each -> each.text().equals(text)).findFirst();
    if (mode.isEmpty()) {
      reader.report(OptionDiagnostics.invalidResolveMode(text));
    }
    return mode.orElse(ResolveMode.DEFAULT);
  }

  private NoCache noCache() {
    return reader
        .given("no-cache")
        .map(text -> text.isEmpty() ? NoCache.ALL : new NoCache(false, List.of(text.split(",", -1))))
        .orElse(NoCache.NONE);
  }

  private LintConfig lintConfig(String text) {
    return switch (LintConfig.parse(text)) {
      case LintConfig.Parsed.Valid(LintConfig config) -> config;
      case LintConfig.Parsed.Invalid(String message) -> {
        reader.report(OptionDiagnostics.invalidCheck(message));
        yield LintConfig.DEFAULT;
      }
    };
  }

  private ContextOptions contextOptions() {
    return new ContextOptions(
        reader.given("filename").orElse("Dockerfile"),
        reader.given("dockerfilekey"),
        reader.text(reader.given("contextkey").orElse("context")),
        reader.given("contextsubdir"),
        GoBool.parse(reader.text("build-arg:BUILDKIT_CONTEXT_KEEP_GIT_DIR")).value().orElse(false),
        !reader.text("build-arg:SOURCE_DATE_EPOCH").isEmpty(),
        reader.withPrefix("context:"),
        reader.withPrefix("input-metadata:"),
        reader.withPrefix("local-sessionid:"),
        reader.withPrefix("sharedkey:localdir:"));
  }

  private CapabilityRequest capabilities() {
    String text = reader.text("frontend.caps");
    Optional<String> missing = Optional.empty();
    boolean mayForward = false;
    for (String capability : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int plus = capability.indexOf('+');
      String name = plus < 0 ? capability : capability.substring(0, plus);
      if (!CAPABILITIES.contains(name)) {
        missing = Optional.of(name);
        mayForward = capability.contains("+forward");
        if (!mayForward) {
          break;
        }
      }
    }
    return new CapabilityRequest(missing, mayForward);
  }

  /** The options, with those settled that build arguments decide. */
  private Map<String, String> forwardable() {
    Map<String, String> all = new TreeMap<>(port.options());
    settle(all, PlatformOptions.MULTI_PLATFORM_ARG, PlatformOptions.MULTI_PLATFORM);
    settle(all, RunOptions.HOSTNAME_ARG, "hostname");
    return all;
  }

  private static void settle(Map<String, String> options, String argument, String option) {
    String value = options.getOrDefault(argument, "");
    if (!value.isEmpty()) {
      options.put(option, value);
    }
  }
}
