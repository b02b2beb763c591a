package dev.strake.bridge.differential;

import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.cases.DockerfileCase;
import dev.strake.frontend.port.GatewayPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One file through both frontends, in one build and so in one session: the conversion to LLB, the plain call, which gives
 * the image configuration without running a step, and the subrequests.
 */
final class Comparison {

  private static final long PATIENCE_SECONDS = 300;

  /** Asked for the targets of a file that has a check comment in front of an instruction, the daemon dies. */
  private static final String TARGETS = "frontend.targets";

  /** The ids of the runs; the plain call has none. */
  private static final List<String> REQUESTS =
      List.of("frontend.convertllb", "", "frontend.lint", "frontend.outline", TARGETS);

  private static final Pattern CHECK_COMMENT = Pattern.compile("^\\s*#\\s*check=", Pattern.MULTILINE);

  private final String build = UUID.randomUUID().toString();
  private final DaemonClient client;
  private final Side daemon;
  private final Set<String> without;
  private final Map<String, String> reference = new TreeMap<>();
  private final Map<String, String> ours = new TreeMap<>();
  private final List<String> referenceWarnings = Collections.synchronizedList(new ArrayList<>());
  private final StrakeSide strake;
  private volatile String current = "";

  /**
   * A comparison, to be made once.
   *
   * @param reference makes the side to compare with, for the id of the build that it is to take part in
   * @param missing the solver's capabilities that neither side is told of
   * @param without the ids of runs to leave out, as {@link #current} gives them
   */
  Comparison(DaemonClient client, Function<String, Side> reference, Set<String> missing, Set<String> without) {
    this.client = client;
    this.daemon = reference.apply(build);
    this.strake = new StrakeSide(missing);
    this.without = Set.copyOf(without);
  }

  /** What is different, by aspect, for people to read; nothing where all is equal. */
  Map<String, String> differences(DockerfileCase subject)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    runBoth(subject);
    compareWarnings();
    return TextDiff.of(reference, ours);
  }

  /** The id of the run that is under way or was the last; the plain call has none. */
  String current() {
    return current;
  }

  /** A run's name in its aspects. */
  static String name(String id) {
    return id.substring(id.indexOf('.') + 1);
  }

  private void runBoth(DockerfileCase subject)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    List<String> requests = new ArrayList<>(REQUESTS);
    requests.removeAll(without);
    if (CHECK_COMMENT.matcher(Files.readString(subject.folder().resolve("Dockerfile"), StandardCharsets.ISO_8859_1)).find()) {
      requests.remove(TARGETS);
    }
    SolveSpec spec = inputs(SolveSpec.ofFunction(gateway -> build(gateway, requests)), subject).build();
    try (daemon) {
      client.solve(spec, this::hear).result().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private SolveSpec.Builder inputs(SolveSpec.Builder spec, DockerfileCase subject) {
    SessionSpec.Builder session = SessionSpec.builder();
    subject.locals().forEach(session::local);
    // With cmdline set a frontend does not hand over to the image that a syntax line names.
    return spec.ref(build).options(subject.options()).option("cmdline", "x").session(session.build());
  }

  private FrontendResult build(GatewayPort gateway, List<String> requests) {
    for (String id : requests) {
      Map<String, String> request = id.isEmpty() ? Map.of() : Map.of("requestid", id);
      String prefix = name(id);
      current = id;
      Map<String, String> answer = daemon.run(gateway, request);
      answer.forEach((aspect, text) -> put(reference, prefix, aspect, text));
      if (answer.containsKey(Side.CRASH)) {
        continue;
      }
      strake.run(gateway, request).forEach((aspect, text) -> put(ours, prefix, aspect, text));
    }
    return new FrontendResult(Optional.empty(), Map.of(), Map.of(), Map.of(), List.of());
  }

  private static void put(Map<String, String> side, String run, String aspect, String text) {
    side.put(run + ":" + aspect, comparable(run, aspect, text));
  }

  /** The text without what is chance in a run's answer. */
  static String comparable(String run, String aspect, String text) {
    return switch (run) {
      case "outline" -> Aspects.sortedLines(text);
      case "lint" -> LintOrder.comparable(aspect, text);
      default -> text;
    };
  }

  private void hear(List<ProgressEvent> events) {
    for (ProgressEvent event : events) {
      if (event instanceof WarningRaised warning) {
        referenceWarnings.add(Aspects.warning(warning));
      }
    }
  }

  /** Both sides warned in the same runs; the daemon may tell the warnings of different steps in any order. */
  private void compareWarnings() {
    reference.put("warnings", String.join("\n", referenceWarnings.stream().sorted().toList()));
    ours.put("warnings", String.join("\n", strake.warnings().stream().sorted().toList()));
  }
}
