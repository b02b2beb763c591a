package dev.strake.frontend;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.context.ClientContexts;
import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Stages;
import dev.strake.frontend.lint.Linter;
import dev.strake.frontend.lower.Outline;
import dev.strake.frontend.options.FrontendOptions;
import dev.strake.frontend.options.OptionDiagnostics;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.subrequest.ConvertLlbAnswer;
import dev.strake.frontend.subrequest.DescribeAnswer;
import dev.strake.frontend.subrequest.OutlineAnswer;
import dev.strake.frontend.subrequest.Subrequests;
import dev.strake.frontend.subrequest.TargetsAnswer;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.go.TooLargeException;
import dev.strake.llb.marshal.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call with its options: a build, the answer to a subrequest, or another frontend's result. */
final class FrontendCall {

  private final GatewayPort port;
  private final FrontendOptions options;
  private final ClientContexts contexts;
  private final DockerfileCompiler compiler;

  FrontendCall(GatewayPort port, FrontendOptions options) {
    this.port = port;
    this.options = options;
    this.contexts =
        new ClientContexts(port, options.contexts(), options.compile().buildPlatforms().getFirst());
    this.compiler = new DockerfileCompiler(port, contexts, options.compile());
  }

  FrontendResult run() {
    Optional<CompileFailed> missing =
        options
            .capabilities()
            .missing()
            .map(name -> CompileFailed.of(List.of(OptionDiagnostics.unsupportedFrontendCapability(name))));
    if (missing.isPresent() && !options.capabilities().mayForward()) {
      throw missing.get();
    }
    DockerfileSource source = contexts.readDockerfile();
    Optional<FrontendResult> forwarded = new SyntaxForwarder(port, options).forward(source);
    if (forwarded.isEmpty() && missing.isPresent()) {
      throw missing.get();
    }
    return forwarded.orElseGet(
        () -> options.request().map(request -> answer(request, source)).orElseGet(() -> build(source)));
  }

  /** Looks at the Dockerfile, whatever frontend it names. */
  LintReport lint() {
    return lint(contexts.readDockerfile());
  }

  private FrontendResult build(DockerfileSource source) {
    try {
      return new PlatformBuilds(port, options.compile(), compiler, source).build();
    } catch (CompileFailed failed) {
      boolean located = failed.source().isEmpty() && !failed.places().isEmpty();
      throw located ? failed.in(source.info(), List.of()) : failed;
    }
  }

  private FrontendResult answer(String request, DockerfileSource source) {
    try {
      return FrontendResult.ofMetadata(answered(request, source));
    } catch (TooLargeException e) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.tooLarge("the answer to " + request, e.limit())));
    }
  }

  private Map<String, byte[]> answered(String request, DockerfileSource source) {
    long limit = options.compile().limits().messageBytes();
    return switch (request) {
      case Subrequests.DESCRIBE -> DescribeAnswer.metadata();
      case Subrequests.OUTLINE -> outline(source, limit);
      case Subrequests.TARGETS -> targets(source, limit);
      case Subrequests.LINT -> lint(source).metadata(limit);
      case Subrequests.CONVERT_LLB -> convert(source, limit);
      default -> throw CompileFailed.of(List.of(OptionDiagnostics.unsupportedRequest(request)));
    };
  }

  private Map<String, byte[]> outline(DockerfileSource source, long limit) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Outline> outline = compiler.outline(source, sink);
    new Warnings(port, source).report(sink.all());
    return OutlineAnswer.metadata(
        outline.orElseThrow(() -> CompileFailed.of(sink.all())), source.sourceMap().data(), limit);
  }

  private Map<String, byte[]> targets(DockerfileSource source, long limit) {
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile = AstBuilder.parse(source.file(), options.compile().limits().syntax(), sink);
    Stages stages = InstructionParser.parse(dockerfile, Linter.disabled(), sink);
    if (sink.hasErrors()) {
      throw CompileFailed.of(sink.all());
    }
    return TargetsAnswer.metadata(stages.stages(), source.sourceMap().data(), limit);
  }

  private LintReport lint(DockerfileSource source) {
    DiagnosticSink sink = new DiagnosticSink();
    try {
      compiler.lint(source, sink);
    } catch (GatewayException refused) {
      return new LintReport(source.info(), sink.all(), Optional.of(String.valueOf(refused.getMessage())));
    }
    return new LintReport(source.info(), sink.all(), Optional.empty());
  }

  private Map<String, byte[]> convert(DockerfileSource source, long limit) {
    // The reference does not look at the target platforms here.
    CompileResult result = compiler.compile(source.sourceMap(), source.file(), Optional.empty());
    new Warnings(port, source).report(result.diagnostics());
    Definition graph = PlatformBuilds.marshal(result.orElseThrow()::definition, FrontendDiagnostics::notConverted);
    return ConvertLlbAnswer.metadata(graph, limit);
  }
}
