package dev.strake.frontend.stage;

import dev.strake.frontend.context.BuildContexts;
import dev.strake.frontend.context.BuildContexts.Loaded;
import dev.strake.frontend.context.BuildContexts.NamedContext;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort.ImageRequest;
import dev.strake.frontend.port.GatewayPort.ResolvedImage;
import dev.strake.frontend.port.OncePerKey;
import dev.strake.frontend.stage.BaseImage.LateFolder;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.Constraints;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.ImageReference;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.SourceMap;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.go.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what nodes begin with. Asks the daemon; thread-safe. */
final class BaseImages {

  private static final List<String> COMMON_IMAGES =
      Stream.of("alpine", "busybox", "centos", "debian", "golang", "ubuntu", "fedora")
          .flatMap(
              name ->
                  Stream.of(name, "docker.io/library" + name, name + ":latest", "docker.io/library" + name + ":latest"))
          .toList();

  private final SourceFile source;
  private final SourceMap sourceMap;
  private final CompileOptions options;
  private final BuildPlatforms platforms;
  private final BuildContexts contexts;
  private final BaseImage scratch;
  private final BaseImage completeScratch;
  private final OncePerKey<ImageRequest, Answer> answers;

  BaseImages(SourceUnit unit, BuildEnvironment environment) {
    this.source = unit.file();
    this.sourceMap = unit.map();
    this.options = environment.options();
    this.platforms = environment.platforms();
    this.contexts = environment.contexts();
    this.answers = new OncePerKey<>(request -> Answer.of(environment.gateway().resolveImageConfig(request)));
    this.scratch = scratch(platforms.target(), false);
    this.completeScratch = scratch(platforms.target(), true);
  }

  /** What came of a search. */
  sealed interface Found {
    /**
     * A base.
     *
     * @param pulled whether it is an image that a step fetches
     * @param checked the image's platform, where it is to be compared with the one that was asked for
     */
    record Base(BaseImage image, boolean pulled, Optional<Platform> checked) implements Found {}

    /** None, and why. */
    record Failed(Diagnostic error) implements Found {}
  }

  /** How many images there may be. */
  int limit() {
    return options.limits().images();
  }

  /** The base of a node that begins with nothing. */
  BaseImage scratch(boolean complete) {
    return complete ? completeScratch : scratch;
  }

  private static BaseImage scratch(Platform target, boolean complete) {
    return new BaseImage(
        State.scratch(),
        ImageConfig.scratch(target),
        Optional.empty(),
        Optional.of(target),
        Optional.empty(),
        complete);
  }

  /**
   * Looks for a node's base.
   *
   * @param needed whether its files are needed; otherwise only its name is checked
   * @param step the number of the step that fetches it
   * @param names the stages to suggest
   */
  Found find(StageNode node, boolean needed, int step, List<String> names) {
    StageHead head = node.head();
    ImageReference reference;
    try {
      reference = ImageReference.parseNormalized(head.baseName());
    } catch (IllegalArgumentException e) {
      return new Found.Failed(
          StageDiagnostics.invalidImageName(source, head.place(), head.baseName(), String.valueOf(e.getMessage())));
    }
    Search search = new Search(node, head, reference, head.platform().orElse(platforms.target()), step);
    if (!needed) {
      return search.image(search.name(), search.platform, ImageConfig.NONE, Optional.empty(), Optional.empty());
    }
    try {
      return search.run(names);
    } catch (GatewayException e) {
      return new Found.Failed(
          StageDiagnostics.contextNotLoaded(source, head.place(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * A registry's image with its configuration, or why that cannot be read.
   *
   * @param problem empty where there is none
   */
  private record Answer(ResolvedImage image, Optional<ImageConfig> config, String problem) {

    static Answer of(ResolvedImage image) {
      try {
        return new Answer(image, Optional.of(ImageConfig.parse(image.config())), "");
      } catch (IllegalArgumentException e) {
        return new Answer(image, Optional.empty(), String.valueOf(e.getMessage()));
      }
    }
  }

  /** One node's search. */
  private final class Search {
    private final StageNode node;
    private final StageHead head;
    private final ImageReference reference;
    private final Platform platform;
    private final int step;

    private Search(StageNode node, StageHead head, ImageReference reference, Platform platform, int step) {
      this.node = node;
      this.head = head;
      this.reference = reference;
      this.platform = platform;
      this.step = step;
    }

    private String name() {
      return reference.withDefaultTag().toString();
    }

    private Found run(List<String> names) {
      if (head.context().isPresent()) {
        return stageContext(head.context().get());
      }
      Optional<NamedContext> context =
          NamedContexts.find(contexts, name(), Optional.of(platform), options.resolveMode());
      if (context.isPresent()) {
        return imageContext(context.get());
      }
      Answer found;
      try {
        found = answers.get(request());
      } catch (GatewayException e) {
        List<String> all = new ArrayList<>(names);
        all.addAll(COMMON_IMAGES);
        String why = String.valueOf(e.getMessage());
        return new Found.Failed(
            StageDiagnostics.imageNotResolved(source, head.place(), head.baseName(), why, all));
      }
      return registryImage(found);
    }

    private ImageRequest request() {
      String prefix = options.multiPlatform() ? Platforms.formatAll(platform) + " " : "";
      return new ImageRequest(
          name(),
          Optional.of(platform),
          options.resolveMode().text(),
          "[" + prefix + "internal] load metadata for " + name(),
          Optional.empty());
    }

    /** The client's files stand in the stage's place, whatever commands it has. */
    private Found stageContext(NamedContext context) {
      Opened opened = open(context.load());
      Optional<ImageConfig> config = opened.config;
      Optional<Platform> own =
          config.map(ImageConfig::platform).filter(p -> !p.os().isEmpty() && !p.architecture().isEmpty());
      return base(
          new BaseImage(
              opened.state,
              config.map(ImageConfig::withoutCreated).orElse(ImageConfig.NONE),
              Optional.empty(),
              own.or(head::platform),
              opened.folder,
              true));
    }

    /** The client's files stand in the image's place. */
    private Found imageContext(NamedContext context) {
      Opened opened = open(context.load());
      ImageConfig config = opened.config.orElseGet(() -> ImageConfig.scratch(platform));
      return base(
          new BaseImage(
              opened.state.withPlatform(platform),
              config.withoutCreated(),
              Optional.of(config),
              Optional.of(platform),
              opened.folder,
              node.isImage()));
    }

    private Found base(BaseImage image) {
      return new Found.Base(image, false, Optional.empty());
    }

    private Found registryImage(Answer answer) {
      ImageReference exact;
      try {
        exact = exact(answer.image);
      } catch (IllegalArgumentException e) {
        String why = "failed to parse ref " + GoQuote.quote(answer.image.ref()) + ": " + e.getMessage();
        return new Found.Failed(StageDiagnostics.invalidImageAnswer(source, head.place(), why));
      }
      if (answer.config.isEmpty()) {
        String why = "failed to parse image config: " + answer.problem;
        return new Found.Failed(StageDiagnostics.invalidImageAnswer(source, head.place(), why));
      }
      ImageConfig config = answer.config.get();
      Platform chosen = head.platform().isEmpty() && platforms.requested().isEmpty() ? detected(config) : platform;
      if (!config.hasLayers()) {
        return base(
            new BaseImage(
                State.scratch(),
                config.withoutCreated(),
                Optional.of(config),
                Optional.of(chosen),
                Optional.empty(),
                node.isImage()));
      }
      return image(
          exact.toString(), chosen, config.withoutCreated(), Optional.of(config), Optional.of(config.platform()));
    }

    private ImageReference exact(ResolvedImage found) {
      ImageReference named =
          reference.toString().equals(found.ref()) ? reference : ImageReference.parseNormalized(found.ref());
      return found.digest().isEmpty() ? named : named.withDigest(found.digest());
    }

    /** The platform to build for, where nobody asked for one: the image's, if steps can run on it. */
    private Platform detected(ImageConfig config) {
      return Stream.concat(Stream.of(platform), platforms.build().stream())
          .filter(p -> p.os().equals(config.platform().os()))
          .filter(p -> p.architecture().equals(config.platform().architecture()))
          .findFirst()
          .orElse(platform);
    }

    private Found image(
        String name,
        Platform chosen,
        ImageConfig config,
        Optional<ImageConfig> baseConfig,
        Optional<Platform> checked) {
      String prefix = StepNames.platform(options.multiPlatform(), Optional.of(chosen));
      String title = StepNames.step(prefix, node.displayName(), step, node.steps(), "FROM " + name);
      Constraints constraints =
          Steps.constraints(title, head.place(), sourceMap)
              .withPlatform(chosen)
              .withDescription(Map.of(Steps.COMMAND, head.stage().map(Stage::from).map(f -> f.code()).orElse("")));
      State state =
          Sources.image(
              name,
              ImageOptions.NONE.withResolveMode(options.resolveMode()).withConstraints(constraints));
      BaseImage image =
          new BaseImage(state, config, baseConfig, Optional.of(chosen), Optional.empty(), node.isImage());
      return new Found.Base(image, true, checked);
    }
  }

  /** A loaded context in one shape. */
  private record Opened(State state, Optional<ImageConfig> config, Optional<LateFolder> folder) {}

  private static Opened open(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Tree tree -> new Opened(tree.state(), tree.imageConfig(), Optional.empty());
      case Loaded.Folder folder -> {
        Placeholder placeholder = new Placeholder("local context");
        yield new Opened(
            State.late(placeholder), Optional.empty(), Optional.of(new LateFolder(placeholder, folder.state())));
      }
    };
  }
}
