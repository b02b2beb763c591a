package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.ErrorDetail;
import dev.strake.bridge.session.SecretSource;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.SecretMount;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls and builds of a real daemon. */
@ExtendWith(DaemonExtension.class)
@Timeout(120)
class DaemonClientIT {

  @TempDir Path folder;
  private DaemonClient client;
  private final List<ProgressEvent> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void connect(TestDaemon daemon) {
    client = DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void tellsWhatItIs() {
    assertThat(client.info().packageName()).isEqualTo("github.com/moby/buildkit");
    assertThat(client.listWorkers())
        .singleElement()
        .satisfies(
            worker -> {
              assertThat(worker.platforms()).isNotEmpty();
              assertThat(worker.labels()).containsEntry("org.mobyproject.buildkit.worker.executor", "containerd");
            });
  }

  @Test
  void exportsToAFolder() throws Exception {
    Path out = folder.resolve("out");

    client
        .solve(dockerfile("FROM scratch\nCOPY hello.txt /greeting\n").export(folderExport(out)).build(), listener())
        .await();

    assertThat(out.resolve("greeting")).hasContent("hello");
    assertThat(events)
        .filteredOn(VertexChanged.class::isInstance)
        .extracting(event -> ((VertexChanged) event).state())
        .contains(VertexState.COMPLETED)
        .doesNotContain(VertexState.FAILED);
  }

  @Test
  void exportsArchives() throws Exception {
    for (String type : List.of("tar", "oci", "docker")) {
      Path out = folder.resolve(type + ".tar");

      SolveOutcome outcome =
          client
              .solve(
                  dockerfile("FROM scratch\nCOPY hello.txt /greeting\n")
                      .export(Export.toFile(type, Map.of(), out))
                      .build(),
                  ProgressListener.none())
              .await();

      String listing = new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1);
      assertThat(listing)
          .contains(
              switch (type) {
                case "tar" -> "greeting";
                case "oci" -> "oci-layout";
                default -> "manifest.json";
              });
      assertThat(outcome.exporterResponse().containsKey("containerimage.digest")).isEqualTo(!type.equals("tar"));
    }
    assertThat(names(folder)).containsExactlyInAnyOrder("context", "tar.tar", "oci.tar", "docker.tar");
  }

  @Test
  void passesWarningsOn() throws Exception {
    client.solve(dockerfile("FROM scratch\nmaintainer me\nCOPY hello.txt /\n").build(), listener()).await();

    assertThat(events)
        .filteredOn(WarningRaised.class::isInstance)
        .anySatisfy(
            event -> {
              WarningRaised warning = (WarningRaised) event;
              assertThat(warning.message()).startsWith("MaintainerDeprecated:");
              assertThat(warning.url()).contains("maintainer-deprecated");
              assertThat(warning.source().orElseThrow().render()).contains(">>> maintainer me");
            });
  }

  @Test
  void tellsWhereABuildFailed() throws Exception {
    SolveSpec spec =
        dockerfile("FROM scratch\nCOPY --from=base / /\nRUN echo grumble && exit 7\n")
            .option("context:base", "local:base")
            .build();

    DaemonException failure =
        catchThrowableOfType(DaemonException.class, () -> client.solve(spec, listener()).await());

    assertThat(failure)
        .hasMessage(
            "failed to solve: process \"/bin/sh -c echo grumble && exit 7\" did not complete successfully:"
                + " exit code: 7");
    assertThat(failure.kind()).isEqualTo(DaemonException.Kind.FAILED);
    assertThat(failure.details()).hasAtLeastOneElementOfType(ErrorDetail.Vertex.class);
    assertThat(failure.sources())
        .singleElement()
        .satisfies(source -> assertThat(source.render()).contains("   3 | >>> RUN echo grumble && exit 7"));
    assertThat(log()).contains("grumble");
  }

  @Test
  void solvesAGraphWithSecrets() throws Exception {
    Path out = folder.resolve("out");
    Files.writeString(folder.resolve("secret"), "from a file");
    SolveSpec spec =
        SolveSpec.ofGraph(
                Builds.shell(
                    "cat /run/a /run/b > /both; echo \"$C\" >> /both",
                    SecretMount.file("a", "/run/a"),
                    SecretMount.file("b", "/run/b"),
                    SecretMount.env("b", "C")))
            .session(
                SessionSpec.builder()
                    .local("base", Builds.base())
                    .secret("a", new SecretSource.File(folder.resolve("secret")))
                    .secret("b", new SecretSource.Value(" and a value".getBytes(StandardCharsets.UTF_8)))
                    .build())
            .export(folderExport(out))
            .build();

    client.solve(spec, listener()).await();

    assertThat(out.resolve("both")).hasContent("from a file and a value and a value\n");
    assertThat(events.toString()).doesNotContain("a value");
  }

  @Test
  void namesASecretThatIsMissing() throws Exception {
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.shell("true", SecretMount.file("nope", "/run/a")))
            .session(SessionSpec.builder().local("base", Builds.base()).build())
            .build();

    assertThatThrownBy(() -> client.solve(spec, listener()).await())
        .isInstanceOf(DaemonException.class)
        .hasMessageContaining("secret nope: not found");
  }

  @Test
  void cancelStopsTheStepAndLeavesNoFile() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.shell("echo begun; sleep 100"))
            .session(SessionSpec.builder().local("base", Builds.base()).build())
            .export(Export.toFile("oci", Map.of(), folder.resolve("image.tar")))
            .build();
    RunningBuild build =
        client.solve(
            spec,
            batch -> {
              events.addAll(batch);
              if (log().contains("begun")) {
                running.countDown();
              }
            });
    assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();

    build.cancel();

    assertThatThrownBy(build::await)
        .isInstanceOf(DaemonException.class)
        .extracting(failure -> ((DaemonException) failure).kind())
        .isEqualTo(DaemonException.Kind.CANCELLED);
    assertThat(names(folder)).isEmpty();
    assertThat(events)
        .filteredOn(VertexChanged.class::isInstance)
        .anySatisfy(event -> assertThat(((VertexChanged) event).state()).isEqualTo(VertexState.CANCELED));
  }

  @Test
  void aDaemonThatDiesEndsTheBuild() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    TestDaemon mortal = DaemonExtension.startAnother("");
    try (DaemonClient other = DaemonClient.connect(DaemonAddress.parse(mortal.address()))) {
      SolveSpec spec =
          SolveSpec.ofGraph(Builds.shell("echo begun; sleep 100"))
              .session(SessionSpec.builder().local("base", Builds.base()).build())
              .export(Export.toFile("tar", Map.of(), folder.resolve("image.tar")))
              .build();
      RunningBuild build =
          other.solve(
              spec,
              batch -> {
                if (batch.stream().anyMatch(LogWritten.class::isInstance)) {
                  running.countDown();
                }
              });
      assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
      mortal.close();

      assertThatThrownBy(() -> build.result().get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(DaemonException.class);
    }
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void runsAFunctionThroughTheGateway() throws Exception {
    Path out = folder.resolve("out");
    SolveSpec spec =
        SolveSpec.ofFunction(DaemonClientIT::greet)
            .option("greeting", "hello")
            .session(SessionSpec.builder().local("base", Builds.base()).build())
            .export(folderExport(out))
            .build();

    client.solve(spec, listener()).await();

    assertThat(out.resolve("greeting")).hasContent("hello\n");
  }

  private static FrontendResult greet(GatewayPort gateway) {
    assertThat(gateway.workers()).isNotEmpty();
    assertThat(gateway.gatewayCaps().supports("gateway.evaluate")).isTrue();
    assertThat(gateway.llbCaps().supports("source.local")).isTrue();
    assertThat(gateway.inputs()).isEmpty();
    String command = "echo " + gateway.options().get("greeting") + " > /greeting";
    GatewayPort.SolveResult solved = gateway.solve(GatewayPort.SolveRequest.of(Builds.shell(command)));
    GatewayPort.Reference reference = solved.single().orElseThrow();
    reference.evaluate();
    assertThat(new String(reference.readFile("/greeting"), StandardCharsets.UTF_8)).isEqualTo("hello\n");
    assertThat(new String(reference.readFile("/greeting", 1, 3), StandardCharsets.UTF_8)).isEqualTo("ell");
    assertThat(reference.statFile("/bin").isDirectory()).isTrue();
    assertThat(reference.readDir("/", "greet*"))
        .singleElement()
        .satisfies(file -> assertThat(file.size()).isEqualTo(6));
    assertThat(reference.toState().output()).isPresent();
    return new FrontendResult(solved.single(), Map.of(), Map.of(), Map.of(), List.of());
  }

  @Test
  void aFunctionsFailureIsTheBuilds() throws Exception {
    SolveSpec broken =
        SolveSpec.ofFunction(
                gateway -> {
                  throw new IllegalStateException("no idea");
                })
            .build();
    assertThatThrownBy(() -> client.solve(broken, listener()).await())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no idea");

    SolveSpec refused =
        SolveSpec.ofFunction(
                gateway -> {
                  GatewayPort.SolveResult solved =
                      gateway.solve(GatewayPort.SolveRequest.of(Builds.shell("exit 3")));
                  solved.single().orElseThrow().evaluate();
                  return new FrontendResult(Optional.empty(), Map.of(), Map.of(), Map.of(), List.of());
                })
            .session(SessionSpec.builder().local("base", Builds.base()).build())
            .build();
    assertThatThrownBy(() -> client.solve(refused, listener()).await())
        .isInstanceOf(DaemonException.class)
        .hasMessage(
            "failed to solve: process \"/bin/sh -c exit 3\" did not complete successfully: exit code: 3");
  }

  @Test
  void looksAtItsDestinationsFirst() throws Exception {
    Files.writeString(folder.resolve("plain"), "");
    for (Export export :
        List.of(
            Export.toFile("oci", Map.of(), folder.resolve("missing/image.tar")),
            Export.toFile("oci", Map.of(), folder),
            Export.toFile("oci", Map.of(), folder.resolve("plain/image.tar")),
            folderExport(folder.resolve("plain")),
            folderExport(folder.resolve("plain/out")))) {
      SolveSpec spec = SolveSpec.ofGraph(Builds.shell("true")).export(export).build();

      assertThatThrownBy(() -> client.solve(spec, listener()).await())
          .as("%s", export)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(folder.toString());
    }
    assertThat(events).isEmpty();
  }

  @Test
  void aFullDiskEndsTheBuildAndLeavesNothing() throws Exception {
    SolveSpec spec =
        SolveSpec.ofGraph(Builds.shell("head -c 100000 /dev/zero > /zeros"))
            .session(SessionSpec.builder().local("base", Builds.base()).build())
            .export(Export.toFile("tar", Map.of(), Path.of("/dev/full")))
            .build();

    assertThatThrownBy(() -> client.solve(spec, listener()).await())
        .isInstanceOf(DaemonException.class)
        .hasMessageContaining("failed to write /dev/full: No space left on device");
  }

  @Test
  void saysWhyADaemonCannotBeReached() {
    ConnectOptions impatient = 
        ConnectOptions.defaults().withConnectTimeout(Duration.ofSeconds(1)).withCallTimeout(Duration.ofSeconds(1));
    Path nowhere = folder.resolve("nowhere.sock");
    try (DaemonClient other = DaemonClient.connect(new DaemonAddress.Unix(nowhere), impatient)) {
      assertThatThrownBy(other::info)
          .hasMessage("cannot reach a BuildKit daemon at unix://" + nowhere + ": no such file or directory");
    }
  }

  private SolveSpec.Builder dockerfile(String text) throws Exception {
    Path context = Files.createDirectories(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), text);
    Files.writeString(context.resolve("hello.txt"), "hello");
    SessionSpec.Builder session = SessionSpec.builder().local("context", context).local("dockerfile", context);
    if (text.contains("base")) {
      session.local("base", Builds.base());
    }
    return SolveSpec.ofFrontend("dockerfile.v0").session(session.build());
  }

  private static Export folderExport(Path out) {
    return Export.toDirectory("local", Map.of(), out);
  }

  private ProgressListener listener() {
    return events::addAll;
  }

  private String log() {
    return events.stream()
        .filter(LogWritten.class::isInstance)
        .map(event -> new String(((LogWritten) event).data(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static List<String> names(Path root) throws Exception {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
