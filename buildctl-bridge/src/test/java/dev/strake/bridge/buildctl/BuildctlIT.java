package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.ClientRun;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.Constraints;
import dev.strake.llb.FileAction;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code buildctl} against a real daemon, and against the stock one on the same daemon. */
@ExtendWith(DaemonExtension.class)
class BuildctlIT {

  @TempDir Path folder;
  private TestDaemon daemon;

  @BeforeEach
  void daemon(TestDaemon shared) throws IOException {
    daemon = shared;
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /x\nMAINTAINER me\n");
  }

  private ClientRun ours(byte[] input, String... words) {
    return ClientRun.ours(given(input), List.of(words));
  }

  private ClientRun stock(byte[] input, String... words) throws IOException, InterruptedException {
    return ClientRun.stock(given(input), List.of(words));
  }

  private ClientRun.Given given(byte[] input) {
    return new ClientRun.Given(folder, Map.of("BUILDKIT_HOST", daemon.address(), "HOME", folder.toString()), input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debug workers",
        "debug workers -v",
        "debug workers --format json",
        "debug workers --format {{range.}}{{.ID}}{{range.Platforms}},{{.Architecture}}{{end}}{{end}}",
        "debug workers --filter nothing==x",
        "debug info",
        "debug info --format {{.BuildkitVersion.Version}}",
        "debug histories",
        "debug histories --format json",
        "du --filter type==frontend",
        "prune --filter id==nothing",
        "debug ctl nothing",
        "debug ctl --pin nothing",
        "debug get sha256:abc",
        "debug logs",
        "nosuch",
        "debug nosuch",
        "build --nosuch",
        "build",
        "build --allow=foo",
        "build --frontend=dockerfile.v0 --local=context=nowhere",
        "build --frontend=dockerfile.v0 --local=context=. --local=dockerfile=. --output=type=foo",
        "build --frontend=nosuch",
        "build --frontend=dockerfile.v0 --local=context=. --local=dockerfile=. --progress=quiet --opt=requestid="
            + "frontend.targets",
        "build --frontend=dockerfile.v0 --local=context=. --local=dockerfile=. --progress=quiet --opt=requestid="
            + "frontend.lint",
        "debug dump-llb nowhere",
        "debug dump-metadata --root nowhere",
      })
  void exitCodeAndOutputAreTheStockOnes(String words) throws Exception {
    ClientRun stock = stock(new byte[0], words.split(" "));

    ClientRun ours = ours(new byte[0], words.split(" "));

    assertThat(ours.text()).isEqualTo(stock.text());
    assertThat(ours.exitCode()).as(ours.err()).isEqualTo(stock.exitCode());
  }

  /** What the daemon makes of this side's refusals. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--local=other=.",
        "--local=context=. --local=dockerfile=. --opt=filename=secret.Dockerfile",
        "--local=context=. --local=dockerfile=. --opt=filename=secret.Dockerfile --secret=id=other,src=Dockerfile",
        "--local=context=. --local=dockerfile=. --opt=filename=ssh.Dockerfile",
        "--local=context=. --local=dockerfile=. --opt=filename=nowhere",
        "--local=context=. --local=dockerfile=. --opt=filename=copy.Dockerfile",
        "--local=context=. --local=dockerfile=. --opt=build-arg:BUILDKIT_SYNTAX=127.0.0.1:1/nowhere",
        "--local=context=. --local=dockerfile=. --opt=context:x=oci-layout://y@sha256:"
            + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb --opt=filename=x.Dockerfile",
        "--local=context=. --local=dockerfile=. --oci-layout=y=layout --opt=context:x=oci-layout://y@sha256:"
            + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb --opt=filename=x.Dockerfile",
      })
  void refusalsOfThisSideComeBackAsTheStockOnes(String words) throws Exception {
    String mount = "FROM scratch\nRUN --mount=type=%s,required=true [\"x\"]\n";
    Files.writeString(folder.resolve("secret.Dockerfile"), mount.formatted("secret,id=missing"));
    Files.writeString(folder.resolve("ssh.Dockerfile"), mount.formatted("ssh,id=missing"));
    Files.writeString(folder.resolve("copy.Dockerfile"), "FROM scratch\nCOPY nowhere /\n");
    Files.writeString(folder.resolve("x.Dockerfile"), "FROM x\n");
    String[] line = ("build --progress=quiet --frontend=dockerfile.v0 " + words).split(" ");

    ClientRun stock = stock(new byte[0], line);

    ClientRun ours = ours(new byte[0], line);

    assertThat(comparable(ours.err())).isEqualTo(comparable(stock.err())).contains("error: ");
    assertThat(ours.exitCode()).isEqualTo(stock.exitCode());
  }

  /** Without ids, and without what containerd's store says of a file system. */
  private static String comparable(String err) {
    return err.replaceAll("\\b[a-z0-9]{25}\\b", "ID").replaceAll("time=.*failed check for fsverity.*\n", "");
  }

  @Test
  void theTimeoutIsNotThatOfAConnectionThatStandsButIsSlow() throws Exception {
    Path socket = folder.resolve("late.sock");
    try (LateDaemon late = LateDaemon.before(daemon, socket, Duration.ofMillis(1500))) {
      String[] words = {"--addr", "unix://" + socket, "--timeout", "1", "du", "--filter", "id==nothing"};
      ClientRun stock = stock(new byte[0], words);

      ClientRun ours = ours(new byte[0], words);

      assertThat(ours.text()).isEqualTo(stock.text()).isNotBlank();
      assertThat(ours.exitCode()).as(ours.err()).isZero();
    }
  }

  @Test
  void imagesAreTheStockOnes() throws Exception {
    for (String type : List.of("oci", "docker", "tar")) {
      String output = "--output=type=" + type + (type.equals("tar") ? "" : ",rewrite-timestamp=true,name=a:1");
      String[] build = build("--opt=build-arg:SOURCE_DATE_EPOCH=1", output, "--metadata-file=m.json");
      ClientRun stock = stock(new byte[0], build);
      // Stock writes none for an exporter that tells nothing.
      Path file = folder.resolve("m.json");
      Optional<String> metadata = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      Files.deleteIfExists(file);

      ClientRun ours = ours(new byte[0], build);

      assertThat(ours.exitCode()).as(ours.err()).isZero();
      if (metadata.isPresent()) {
        assertThat(Files.readString(file)).as(type).isEqualTo(metadata.get());
      } else {
        assertThat(file).as(type).doesNotExist();
      }
      Files.deleteIfExists(file);
      assertThat(ours.out()).as(type).hasSameSizeAs(stock.out());
    }
  }

  @Test
  void filesOfABuild() throws Exception {
    ClientRun ours =
        ours(
            new byte[0],
            build(
                "--output=type=local,dest=out", "--ref-file=ref", "--trace=trace", "--debug-json-cache-metrics=hits"));

    assertThat(ours.exitCode()).as(ours.err()).isZero();
    assertThat(folder.resolve("out/x")).hasSameTextualContentAs(folder.resolve("Dockerfile"));
    assertThat(Files.readString(folder.resolve("trace")).lines())
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\"vertexes\""));
    assertThat(Files.readString(folder.resolve("hits"))).contains("\"user_total\":", "\"client_duration_ms\":");
    String ref = Files.readString(folder.resolve("ref"));
    ClientRun again = ours(new byte[0], "debug", "logs", "--progress=plain", ref);
    assertThat(again.text()).contains("[internal] load build definition from Dockerfile", "DONE");
    assertThat(again.text()).isEqualTo(stock(new byte[0], "debug", "logs", "--progress=plain", ref).text());
    assertThat(ours(new byte[0], "debug", "ctl", "--pin", ref).exitCode()).isZero();
    assertThat(ours(new byte[0], "debug", "histories").text()).containsPattern(ref + "\t.*\t\\*\n");
    assertThat(ours(new byte[0], "prune-histories").exitCode()).isZero();
    assertThat(ours(new byte[0], "debug", "histories", "--format={{.Record.Ref}}").text()).isEqualTo(ref + "\n");
    assertThat(ours(new byte[0], "debug", "ctl", "--delete", ref).exitCode()).isZero();
    assertThat(ours(new byte[0], "debug", "histories").text()).doesNotContain(ref);
  }

  @Test
  void aFailedBuildNamesItsBuildAndLeavesNoFile() throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY nowhere /\n");
    ClientRun ours = ours(new byte[0], build("--output=type=oci,dest=image.tar", "--ref-file=ref"));

    assertThat(ours.exitCode()).isEqualTo(1);
    assertThat(ours.err())
        .contains("Dockerfile:2\n", "   2 | >>> COPY nowhere /\n")
        .contains("error: failed to solve: ", "\"/nowhere\": not found");
    assertThat(ours.out()).isEmpty();
    assertThat(folder.resolve("ref")).isNotEmptyFile();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("Dockerfile", "ref");
    }
  }

  @Test
  void ourGraphIsSolvedByTheStockClientAndByOurs() throws Exception {
    byte[] graph = graph("from strake").toBytes();

    ClientRun stock = stock(graph, "build", "--output=type=local,dest=stock");
    ClientRun ours = ours(graph, "build", "--no-cache", "--output=type=local,dest=ours");

    assertThat(stock.exitCode()).as(stock.err()).isZero();
    assertThat(ours.exitCode()).as(ours.err()).isZero();
    assertThat(folder.resolve("stock/greeting")).hasContent("from strake");
    assertThat(folder.resolve("ours/greeting")).hasContent("from strake");
    assertThat(ours.err()).doesNotContain("CACHED");
  }

  @Test
  void graphsAreDumpedAsTheStockOneDumpsThem() throws Exception {
    byte[] graph = graph("<a> & \"b\"").toBytes();

    for (String[] words : List.of(new String[] {"debug", "dump-llb"}, new String[] {"debug", "dump-llb", "--dot"})) {
      assertThat(ours(graph, words).text()).isEqualTo(stock(graph, words).text()).isNotEmpty();
    }
  }

  @Test
  void diskUsageAndPruning() throws Exception {
    assertThat(ours(new byte[0], build("--no-cache")).exitCode()).isZero();

    assertThat(ours(new byte[0], "du").text()).isEqualTo(stock(new byte[0], "du").text());
    assertThat(ours(new byte[0], "du", "-v").text()).isEqualTo(stock(new byte[0], "du", "-v").text());
    assertThat(ours(new byte[0], "prune", "--filter", "type==source.local").text())
        .startsWith("ID\t")
        .containsPattern("Total:\t\\d+(\\.\\d+)?[kMG]?B\n");
    assertThat(ours(new byte[0], "du", "--filter", "type==source.local", "--format", "{{len .}}").text())
        .isEqualTo("0\n");
  }

  private String[] build(String... more) {
    List<String> words = new ArrayList<>(List.of("build", "--frontend=dockerfile.v0", "--progress=plain"));
    words.addAll(List.of("--local=context=.", "--local=dockerfile=."));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static Definition graph(String content) throws Exception {
    byte[] data = content.getBytes(StandardCharsets.UTF_8);
    FileAction file = new FileAction.Mkfile("/greeting", 0644, data, Optional.empty(), Optional.empty());
    State state = State.scratch().file(List.of(file), Constraints.NONE);
    return Marshaller.marshal(state, MarshalOptions.of(Platform.of("linux", "amd64")));
  }
}
