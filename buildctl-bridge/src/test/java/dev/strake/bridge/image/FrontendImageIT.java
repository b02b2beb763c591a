package dev.strake.bridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.image.Programs.Outcome;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same builds by the daemon's own frontend and by Strake, three ways: on the client's side, as a gateway's image,
 * and as the image that a {@code # syntax=} line names. Stock {@code buildctl} asks for all but the client's.
 */
@ExtendWith({DaemonExtension.class, FrontendImageExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class FrontendImageIT {

  private static final Pattern LAYERS = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]+)\"");
  private static final int PATIENCE_SECONDS = 60;

  /** A stage by content: what runs on a local folder itself is cached for one build only, whichever the frontend. */
  private static final String ROOT = "FROM scratch AS root\nCOPY --from=base / /\n";

  private Path work;
  private String address;
  private TestDaemon daemon;
  private Path base;
  private FrontendImage image;
  private LayoutRegistry registry;

  @BeforeAll
  void setUp(FrontendImageExtension.Frontend frontend, @TempDir Path folder) {
    work = folder;
    daemon = frontend.daemon();
    address = daemon.address();
    base = frontend.base();
    image = frontend.image();
    registry = frontend.registry();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM root\nRUN echo one > /one && echo two > /two\nENV A=b\nCMD [\"sh\"]\n",
        "FROM root AS tools\nARG X=1\nRUN echo $X > /x\nFROM scratch\nCOPY --from=tools /x /x\nCOPY --link a.txt /d/\n",
        "FROM root\nWORKDIR /w\nCOPY <<EOF /w/file\nhello\nEOF\nRUN <<EOF\ncat file > copy\nEOF\nLABEL a=\"b <c>\"\n",
        "FROM root\nCOPY --chown=7:8 --chmod=640 *.txt /d/\nHEALTHCHECK --interval=3s CMD true\nEXPOSE 80-82/udp\n",
      })
  void theStockImageAndTheStockCache(String stages) throws Exception {
    String dockerfile = ROOT + stages;
    Path context = context(dockerfile, "");
    Path theirs = context.resolve("stock.tar");
    Outcome stock = Programs.run(Programs.buildctl(address, "dockerfile.v0", context, options(theirs)));
    assertThat(stock.exitCode()).as(stock.output()).isZero();

    Map<String, String> ours = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> way : ways(context, dockerfile).entrySet()) {
      Path archive = context.resolve(way.getKey() + ".tar");
      List<String> words = new ArrayList<>(way.getValue());
      words.addAll(way.getKey().equals("client") ? clientOptions(archive, context) : options(archive));
      Outcome outcome = Programs.run(words);
      assertThat(outcome.exitCode()).as(way.getKey() + ": " + outcome.output()).isZero();
      assertEveryStepCached(outcome.output());
      ours.put(way.getKey(), manifest(archive));
    }
    String expected = manifest(theirs);
    assertThat(ours).isEqualTo(Map.of("client", expected, "gateway", expected, "syntax", expected));
  }

  @Test
  void severalPlatforms() throws Exception {
    Path context = context("FROM scratch\nARG TARGETARCH\nCOPY a.txt /$TARGETARCH\n", "");
    List<String> indexes = new ArrayList<>();
    for (String frontend : List.of("dockerfile.v0", "gateway.v0")) {
      Path archive = context.resolve(frontend + ".tar");
      List<String> words = Programs.buildctl(address, frontend, context, options(archive));
      words.addAll(List.of("--opt", "platform=linux/amd64,linux/arm64"));
      words.addAll(frontend.equals("gateway.v0") ? image.asGateway() : List.of());
      Outcome outcome = Programs.run(words);
      assertThat(outcome.exitCode()).as(outcome.output()).isZero();
      indexes.add(manifest(archive));
    }
    assertThat(indexes.get(1)).isEqualTo(indexes.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM base\nRUN echo oh no; exit 3\n",
        "FROM base\nCOPPY a b\n",
        "FROM base\nCOPY nowhere /\n",
        "FROM base\nRUN --mount=type=none true\n",
        "ARG X\nFROM ${X:?must be told}\n",
      })
  void errorsAsTheStockFrontendTellsThem(String dockerfile) throws Exception {
    Path context = context(dockerfile, "");
    List<String> stock = Programs.buildctl(address, "dockerfile.v0", context, baseOption());
    List<String> gateway = Programs.buildctl(address, "gateway.v0", context, baseOption());
    gateway.addAll(image.asGateway());

    Outcome theirs = Programs.run(stock);
    Outcome ours = Programs.run(gateway);

    assertThat(ours.exitCode()).isEqualTo(theirs.exitCode()).isNotZero();
    assertThat(report(ours)).isEqualTo(report(theirs)).contains("error: failed to solve: ").contains(">>> ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frontend.outline", "frontend.targets", "frontend.lint", "frontend.subrequests.describe", "frontend.none"
      })
  void subrequests(String request) throws Exception {
    Path context = context("FROM scratch AS none\n# the tools\nFROM base AS Tools\n# x says what\nARG X=1\nRUN echo $X\n", "");
    List<String> stock = Programs.buildctl(address, "dockerfile.v0", context, baseOption());
    List<String> gateway = Programs.buildctl(address, "gateway.v0", context, baseOption());
    gateway.addAll(image.asGateway());
    for (List<String> words : List.of(stock, gateway)) {
      words.addAll(List.of("--opt", "requestid=" + request));
      words.addAll(List.of("--opt", "frontend.caps=moby.buildkit.frontend.subrequests"));
    }

    Outcome theirs = Programs.run(stock);
    Outcome ours = Programs.run(gateway);

    assertThat(ours.exitCode()).as(ours.output()).isEqualTo(theirs.exitCode());
    assertThat(report(ours)).isEqualTo(report(theirs)).isNotEmpty();
  }

  @Test
  void runsWithoutRightsNetworkAndWritableFiles() throws Exception {
    assertThat(ctr("images", "import", image.archive().toString()).exitCode()).isZero();
    String id = "frontend-" + UUID.randomUUID();
    // The image itself names a user who is not root, and who so has no capability.
    List<String> restricted = List.of("run", "--rm", "--read-only", FrontendImage.NAME);

    // Without a daemon at the other end, it says so and ends; ctr may leave its input open, but silent.
    Outcome alone = ctr(Stream.concat(restricted.stream(), Stream.of(id)).toArray(String[]::new));
    assertThat(alone.exitCode()).as(alone.output()).isEqualTo(1);
    assertThat(alone.output())
        .containsPattern(
            "strake: error: (Unavailable: the peer closed the connection|"
                + "DeadlineExceeded: no answer from the peer in time)");

    // And its class cache is good for these rights too.
    List<String> cached =
        List.of(id + "-2", "/opt/strake/bin/java", "-XX:AOTMode=on", "-XX:AOTCache=/opt/strake/frontend.aot", "--dry-run",
            "@/opt/strake/frontend.args");
    Outcome loaded = ctr(Stream.concat(restricted.stream(), cached.stream()).toArray(String[]::new));
    assertThat(loaded.exitCode()).as(loaded.output()).isZero();
  }

  @Test
  void aCancelledBuildLeavesNoProcessAndNoContainer() throws Exception {
    String mark = UUID.randomUUID().toString();
    Process build = startSlowBuild(address, mark);
    FrontendProcesses frontends = new FrontendProcesses(mark);
    frontends.awaitOne();
    assertThat(containers()).as("what runs meanwhile").isNotEmpty();

    build.destroy();

    assertThat(build.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(frontends.awaitNone()).isEmpty();
    assertNoContainerIsLeft();
  }

  @Test
  void aKilledFrontendIsAnErrorOfTheBuild() throws Exception {
    String mark = UUID.randomUUID().toString();
    Process build = startSlowBuild(address, mark);

    new FrontendProcesses(mark).awaitOne().destroyForcibly();

    assertThat(build.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(build.exitValue()).isEqualTo(1);
    assertThat(new String(build.getInputStream().readAllBytes()))
        .containsPattern("error: failed to solve: .*(exit code: 137|closed unexpectedly)");
    assertNoContainerIsLeft();
  }

  @Test
  void aKilledDaemonLeavesNoFrontend() throws Exception {
    String mark = UUID.randomUUID().toString();
    FrontendProcesses frontends = new FrontendProcesses(mark);
    try (SideDaemon side = SideDaemon.start(daemon, List.of(), Map.of())) {
      Process build = startSlowBuild(side.address(), mark);
      frontends.awaitOne();

      side.kill();

      assertThat(build.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(build.exitValue()).isEqualTo(1);
      assertThat(frontends.awaitNone()).isEmpty();
    }
  }

  /** A frontend that waits for its daemon, which looks for a scanner at an address where nobody answers. */
  private Process startSlowBuild(String daemonAddress, String mark) throws IOException {
    Path context = context("FROM base\nRUN sleep 600\nRUN echo $MARK\n", "");
    List<String> words = Programs.buildctl(daemonAddress, "gateway.v0", context, baseOption());
    words.addAll(image.asGateway());
    words.addAll(List.of("--opt", "build-arg:MARK=" + mark, "--opt", "attest:sbom=generator=" + unanswered()));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  private static String unanswered() {
    return "192.0.2.1/scanner:1";
  }

  private Map<String, List<String>> ways(Path context, String dockerfile) throws IOException {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("client", Programs.strake(List.of("build", "--addr", address, "--no-start", "--progress", "plain")));
    List<String> gateway = Programs.buildctl(address, "gateway.v0", context, List.of());
    gateway.addAll(image.asGateway());
    ways.put("gateway", gateway);
    Path named = context(dockerfile, "# syntax=" + registry.reference() + "\n");
    ways.put("syntax", Programs.buildctl(address, "dockerfile.v0", named, List.of()));
    return ways;
  }

  private Path context(String dockerfile, String firstLine) throws IOException {
    Path context = Files.createTempDirectory(work, "context");
    Files.writeString(context.resolve("Dockerfile"), firstLine + dockerfile);
    Files.writeString(context.resolve("a.txt"), "a\n");
    Files.writeString(context.resolve("b.txt"), "b\n");
    return context;
  }

  private List<String> baseOption() {
    return List.of("--opt", "context:base=local:base", "--local", "base=" + base);
  }

  private List<String> options(Path archive) {
    List<String> options = new ArrayList<>(baseOption());
    options.addAll(
        List.of("--opt", "build-arg:SOURCE_DATE_EPOCH=1700000000",
            "--output", "type=oci,rewrite-timestamp=true,dest=" + archive));
    return options;
  }

  private List<String> clientOptions(Path archive, Path context) {
    return List.of(
        "--build-context", "base=" + base, "--build-arg", "SOURCE_DATE_EPOCH=1700000000",
        "-o", "type=oci,rewrite-timestamp=true,dest=" + archive, context.toString());
  }

  /** The digest that an archive's index names. */
  private static String manifest(Path archive) throws IOException, InterruptedException {
    Outcome index = Programs.run(List.of("tar", "-xOf", archive.toString(), "index.json"));
    Matcher digest = LAYERS.matcher(index.output());
    assertThat(digest.find()).as(index.output()).isTrue();
    return digest.group(1);
  }

  /** Nothing runs or is copied again that the daemon's own frontend has had run. */
  private static void assertEveryStepCached(String progress) {
    List<String> lines = progress.lines().toList();
    List<String> steps = lines.stream().filter(line -> line.matches("#\\d+ \\[(?!internal|context|auth).*")).toList();
    assertThat(steps).as(progress).isNotEmpty();
    for (String step : steps) {
      String number = step.substring(0, step.indexOf(' '));
      assertThat(lines).as(step + "\n" + progress).contains(number + " CACHED");
    }
  }

  /** What is said at a build's end, without the progress before it and without what differs from run to run. */
  private static String report(Outcome outcome) {
    StringBuilder report = new StringBuilder();
    outcome
        .output()
        .lines()
        .filter(line -> !line.matches("#\\d+ .*|time=.*|") && !line.matches("\\d+\\.\\d+ .*"))
        .map(line -> line.replaceAll("ref \\S+: ", "ref X: "))
        .forEach(line -> report.append(line).append('\n'));
    return report.toString();
  }

  /** The daemon takes a container away when its process has ended, which nobody waits for. */
  private void assertNoContainerIsLeft() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!containers().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(containers()).isEmpty();
  }

  private List<String> containers() throws Exception {
    Outcome listed = ctrIn("buildkit", "containers", "list", "--quiet");
    assertThat(listed.exitCode()).as(listed.output()).isZero();
    return listed.output().lines().toList();
  }

  private Outcome ctr(String... arguments) throws Exception {
    return ctrIn("strake-image", arguments);
  }

  private Outcome ctrIn(String namespace, String... arguments) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("ctr", "--address", daemon.containerdSocket().toString(), "--namespace", namespace));
    words.addAll(List.of(arguments));
    return Programs.run(words);
  }
}
