package dev.strake.frontend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.options.CompileOptions.SbomGenerator;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Attestation;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.GatewayPort.SourceMetadata;
import dev.strake.frontend.port.GatewayPort.SourceRequest;
import dev.strake.frontend.port.NotAnImageException;
import dev.strake.llb.Constraints;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.FileAction;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.Mount;
import dev.strake.llb.Platform;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes software bills of materials: runs an image over the trees that it shall look at. */
final class SbomScanner {

  private static final String SCHEME = "docker-image://";
  private static final String SOURCES = "/run/src/";
  private static final String DESTINATION = "/run/out/";
  private static final String CORE = "sbom";
  private static final String PREDICATE = "https://spdx.dev/Document";

  private final GatewayPort port;
  private final Platform platform;
  private final String image;
  private final ImageConfig config;
  private final Map<String, String> parameters;

  private SbomScanner(
      GatewayPort port, Platform platform, String image, ImageConfig config, Map<String, String> parameters) {
    this.port = port;
    this.platform = platform;
    this.image = image;
    this.config = config;
    this.parameters = parameters;
  }

  /** Finds the scanner's image, for the platform that the daemon builds on. */
  static SbomScanner load(GatewayPort port, CompileOptions options, SbomGenerator generator) {
    Platform platform = options.buildPlatforms().getFirst();
    SourceRequest request =
        new SourceRequest(
            SCHEME + generator.generator(), Map.of(), Optional.of(platform), generator.resolveMode(), "", false);
    SourceMetadata found;
    try {
      found = port.resolveSourceMetadata(request);
    } catch (GatewayException failure) {
      throw failure.within("failed to resolve source metadata for " + generator.generator());
    }
    SourceMetadata.Image metadata =
        found.image().orElseThrow(() -> new NotAnImageException(generator.generator(), found.identifier()));
    String image = found.identifier().replaceFirst("^" + SCHEME, "");
    ImageConfig config = config(image, metadata.config());
    if (command(config).isEmpty()) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.scannerWithoutCommand(image)));
    }
    return new SbomScanner(port, platform, image, config, generator.parameters());
  }

  private static ImageConfig config(String image, byte[] json) {
    try {
      return ImageConfig.parse(json);
    } catch (IllegalArgumentException e) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.scannerConfig(image, String.valueOf(e.getMessage()))));
    }
  }

  private static List<String> command(ImageConfig config) {
    List<String> command = new ArrayList<>(config.config().entrypoint());
    command.addAll(config.config().cmd());
    return command;
  }

  /**
   * The bill of an image.
   *
   * @param id names its platform
   * @param built the image's graph
   */
  Attestation scan(String id, CompiledImage target, Definition built) {
    Definition bill =
        PlatformBuilds.marshal(
                () -> Marshaller.marshal(run(id, target), marshalOptions(target)), FrontendDiagnostics::notMarshalled)
            .withCapsOf(built);
    Optional<Reference> reference = port.solve(SolveRequest.of(bill)).single();
    Map<String, byte[]> metadata = Map.of("reason", "sbom".getBytes(UTF_8), "sbom-core", CORE.getBytes(UTF_8));
    return new Attestation(Attestation.Kind.BUNDLE, reference, "", PREDICATE, List.of(), metadata);
  }

  /** The reference marshals the scan for a daemon of which it knows nothing. */
  private static MarshalOptions marshalOptions(CompiledImage target) {
    MarshalOptions options = MarshalOptions.defaults();
    return new MarshalOptions(
        options.platform(), options.caps(), options.constraints(), target.marshalOptions().late(), options.maxBytes());
  }

  private State run(String id, CompiledImage target) {
    Constraints step = Constraints.NONE.withCustomName("[" + id + "] generating sbom using " + image);
    ExecSpec.Builder spec =
        ExecSpec.builder(command(config))
            .constraints(target.ignoreCache() ? step.withIgnoreCache() : step)
            .mount(Mount.bind(SOURCES + "core/" + CORE, target.sbom().core()).asReadonly())
            .mount(Mount.bind(DESTINATION, State.scratch()));
    State scanner =
        Sources.image(image, ImageOptions.NONE.withConstraints(Constraints.NONE.withPlatform(platform)));
    spec.mount(temporary(scanner));
    Map<String, State> extras = new TreeMap<>(target.sbom().extras());
    extras.forEach((name, tree) -> spec.mount(extra(name, tree)));
    State process = scanner.withDir(config.config().workingDir());
    for (Map.Entry<String, String> variable : environment(!extras.isEmpty()).entrySet()) {
      process = process.withEnv(variable.getKey(), variable.getValue());
    }
    return process.run(spec.build()).mount(DESTINATION);
  }

  private static Mount extra(String name, State tree) {
    return Mount.bind(SOURCES + "extras/" + CORE + "-" + name, tree).asReadonly();
  }

  private Mount temporary(State scanner) {
    if (!platform.os().equals("windows")) {
      return Mount.tmpfs("/tmp", 0);
    }
    State folder = scanner.file(List.of(new FileAction.Mkdir("/tmp", 0777, true)), Constraints.NONE);
    return Mount.bind("/tmp", folder).withSelector("/tmp").discardingWrites();
  }

  private Map<String, String> environment(boolean hasExtras) {
    Map<String, String> environment = new LinkedHashMap<>();
    config.config().env().variables().forEach(each -> put(environment, each.name(), each.value()));
    put(environment, "BUILDKIT_SCAN_DESTINATION", DESTINATION);
    put(environment, "BUILDKIT_SCAN_SOURCE", SOURCES + "core/" + CORE);
    if (hasExtras) {
      put(environment, "BUILDKIT_SCAN_SOURCE_EXTRAS", SOURCES + "extras");
    }
    new TreeMap<>(parameters).forEach((name, value) -> put(environment, "BUILDKIT_SCAN_" + name, value));
    return environment;
  }

  /** A variable that is set again moves to the end. */
  private static void put(Map<String, String> environment, String name, String value) {
    environment.remove(name);
    environment.put(name, value);
  }
}
