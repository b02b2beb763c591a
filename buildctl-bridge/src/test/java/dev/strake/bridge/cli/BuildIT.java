package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code strake build} as a user sees it, on a real daemon. */
@ExtendWith(DaemonExtension.class)
class BuildIT {

  private static final Path EXAMPLE = Path.of("../testdata/examples/hello").toAbsolutePath().normalize();

  @TempDir Path folder;
  private TestDaemon daemon;
  private TestSession session;

  @BeforeEach
  void session(TestDaemon shared) {
    daemon = shared;
    session = TestSession.in(folder);
  }

  @Test
  void theExampleIsBuiltAndRuns() throws Exception {
    assertThat(build("-t", "hello:1", "-o", "type=oci,dest=hello.tar", EXAMPLE.toString()))
        .as(session.err())
        .isEqualTo(ExitCode.OK);

    assertThat(session.err()).contains("[words 2/3] RUN <<EOF (set -e...)", "greeting.txt: OK").doesNotContain("ERROR");
    String image = "docker.io/library/hello:1";
    assertThat(ctr("images", "import", folder.resolve("hello.tar").toString())).anyMatch(line -> line.contains(image));
    assertThat(ctr("run", "--rm", image, "hello-it"))
        .containsExactly("Hello from Strake", "user=nobody home=/opt/hello folder=/opt/hello/share to=world");
  }

  @Test
  void theSecondBuildComesFromTheCache() {
    String[] arguments = {"--build-arg", "GREETING=again", EXAMPLE.toString()};
    assertThat(build(arguments)).as(session.err()).isEqualTo(ExitCode.OK);
    session = TestSession.in(folder);

    assertThat(build(arguments)).isEqualTo(ExitCode.OK);

    List<String> lines = session.err().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(" RUN ")) {
        assertThat(lines.get(i + 1)).as(lines.get(i)).endsWith(" CACHED");
      }
    }
    assertThat(lines).filteredOn(line -> line.endsWith("CACHED")).hasSizeGreaterThan(5);
  }

  @Test
  void aCacheThatIsNotThereIsToldOf() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /\n");

    assertThat(build("--cache-from", "type=local,src=nowhere", ".")).as(session.err()).isEqualTo(ExitCode.OK);

    assertThat(session.err()).contains("strake: local cache import at nowhere skipped due to err: could not read ");
  }

  @Test
  void aFailingStepShowsItsOutputAndItsPlace() throws IOException {
    dockerfile("FROM scratch\nCOPY --from=busybox / /\nRUN echo oh no; exit 3\n");

    assertThat(build("--build-context", "busybox=rootfs:busybox", "-o", "type=oci,dest=x.tar", "."))
        .isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("> [stage-0 2/2] RUN echo oh no; exit 3:")
        .containsPattern("\\d\\.\\d+ oh no")
        .contains("Dockerfile:3", "   3 | >>> RUN echo oh no; exit 3")
        .contains("process \"/bin/sh -c echo oh no; exit 3\" did not complete successfully: exit code: 3")
        .doesNotContain("\tat ");
    assertNoPartialFile();
  }

  @Test
  void twoWrongLinesGiveTwoErrors() throws IOException {
    dockerfile("FROM scratch\nCOPPY a b\nENV\n");

    assertThat(build("-o", "type=oci,dest=x.tar", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("unknown instruction: COPPY (did you mean COPY?)")
        .contains("2 | COPPY a b")
        .contains("ENV requires at least one argument")
        .contains("3 | ENV");
    assertNoPartialFile();
  }

  @Test
  void anUnterminatedHeredoc() throws IOException {
    dockerfile("FROM scratch\nRUN <<EOF\necho a\n");

    assertThat(build(".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("unterminated heredoc").contains("2 | RUN <<EOF").contains("help: ");
  }

  @Test
  void aMissingCopySource() throws IOException {
    dockerfile("FROM scratch\nCOPY nowhere /\n");

    assertThat(build("-o", "type=oci,dest=x.tar", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("help: look for the file in the context");

    assertThat(session.err()).contains("Dockerfile:2", ">>> COPY nowhere /").contains("\"/nowhere\": not found");
    assertNoPartialFile();
  }

  @Test
  void anUnreachableDaemon() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /\n");

    String nobody = "unix://" + folder.resolve("nobody.sock");
    assertThat(session.run("build", "--addr", nobody, ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("cannot reach a BuildKit daemon at").contains("nobody.sock").contains("help: ");
  }

  @Test
  void filesAndArchives() throws IOException {
    dockerfile("FROM scratch\nCOPY a /sub/b\n");
    Files.writeString(folder.resolve("a"), "content");

    assertThat(build("-o", "out", "-o", "type=tar,dest=out.tar", "--metadata-file", "m.json", "."))
        .isEqualTo(ExitCode.OK);

    assertThat(folder.resolve("out/sub/b")).hasContent("content");
    assertThat(folder.resolve("out.tar")).isNotEmptyFile();
    assertThat(folder.resolve("m.json")).content().startsWith("{");
  }

  @Test
  void anArchiveOnStandardOutput() throws IOException {
    dockerfile("FROM scratch\nCOPY a /b\n");
    Files.writeString(folder.resolve("a"), "content");

    assertThat(build("-o", "-", ".")).isEqualTo(ExitCode.OK);

    assertThat(new String(session.outBytes(), StandardCharsets.ISO_8859_1)).startsWith("b\0").contains("content");
  }

  @Test
  void theDaemonsImageStore() throws Exception {
    dockerfile("FROM scratch\nCOPY Dockerfile /\n");

    assertThat(build("-t", "stored:1", "--iidfile", "id", ".")).isEqualTo(ExitCode.OK);

    assertThat(ctr("images", "ls", "-q")).contains("docker.io/library/stored:1");
    assertThat(folder.resolve("id")).content().startsWith("sha256:");
  }

  @Test
  void check() throws IOException {
    dockerfile("FROM scratch\nMAINTAINER me\n");

    assertThat(session.run("check", "--addr", daemon.address(), ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.out()).contains("MaintainerDeprecated", "Dockerfile:2");
  }

  @Test
  void theGraphWithoutBuildingIt() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /x\n");

    assertThat(session.run("debug", "llb", "--addr", daemon.address(), ".")).isEqualTo(ExitCode.OK);

    assertThat(session.out()).contains("source \"local://context\"", "copy \"/Dockerfile\" \"/x\"");
  }

  @Test
  void aContextOnStandardInput() throws Exception {
    dockerfile("FROM scratch\nCOPY a /b\n");
    Files.writeString(folder.resolve("a"), "content");
    List<String> said = new ArrayList<>();
    Path archive = folder.resolve("context.tar");
    assertThat(Command.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "Dockerfile", "a").run(said::add))
        .as(said.toString())
        .isZero();
    session.withInput(Files.readAllBytes(archive));

    assertThat(build("-o", "out", "-")).as(session.err()).isEqualTo(ExitCode.OK);

    assertThat(folder.resolve("out/b")).hasContent("content");
  }

  @Test
  void aLayoutAsAContextAndACacheInAFolder() throws IOException {
    dockerfile("FROM scratch\nCOPY a /b\n");
    Files.writeString(folder.resolve("a"), "content");
    assertThat(build("-o", "type=oci,tar=false,dest=layout", "--cache-to", "type=local,dest=cache,mode=max", "."))
        .as(session.err())
        .isEqualTo(ExitCode.OK);
    dockerfile("FROM made\nCOPY --from=made /b /c\n");

    assertThat(
            build("--build-context", "made=oci-layout://layout", "--cache-from", "type=local,src=cache", "-o", "out",
                "."))
        .as(session.err())
        .isEqualTo(ExitCode.OK);

    assertThat(folder.resolve("out/c")).hasContent("content");
  }

  @Test
  void loadingIntoAnEngine() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /x\n");
    Path engine = Files.createDirectory(folder.resolve("bin")).resolve("docker");
    Files.writeString(engine, "#!/bin/sh\n[ $1 = version ] || cat >" + folder.resolve("loaded") + "\n");
    assertThat(engine.toFile().setExecutable(true)).isTrue();
    session = new TestSession(folder, Map.of("PATH", engine.getParent().toString()));

    assertThat(build("--load", "-t", "a:1", ".")).as(session.err()).isEqualTo(ExitCode.OK);

    assertThat(session.err()).contains("loaded into docker");
    assertThat(Files.readString(folder.resolve("loaded"), StandardCharsets.ISO_8859_1))
        .contains("manifest.json", "docker.io/library/a:1");
  }

  @Test
  void questionsInsteadOfABuild() throws IOException {
    dockerfile("FROM scratch AS first\nARG VERSION=1\nMAINTAINER me\n");

    assertThat(build("--call=targets", ".")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("TARGET", "first (default)");
    session = TestSession.in(folder);
    assertThat(build("--call=outline,format=json", ".")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).startsWith("{").contains("\"VERSION\"");
    session = TestSession.in(folder);
    assertThat(build("--check", ".")).isEqualTo(ExitCode.FAILED);
    assertThat(session.out()).contains("MaintainerDeprecated");
  }

  @Test
  void quietPrintsTheImageOnly() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /x\n");

    assertThat(build("-q", "-t", "quiet:1", ".")).isEqualTo(ExitCode.OK);

    assertThat(session.out()).matches("sha256:[0-9a-f]{64}\n");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void eachMessageAsJson() throws IOException {
    dockerfile("FROM scratch\nCOPY Dockerfile /x\n");

    assertThat(build("--progress=rawjson", "-o", "out", ".")).isEqualTo(ExitCode.OK);

    assertThat(session.err().lines()).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
    assertThat(session.err()).contains("\"name\":\"[1/1] COPY Dockerfile /x\"");
  }

  private int build(String... arguments) {
    List<String> words = new ArrayList<>(List.of("build", "--progress", "plain", "--addr", daemon.address()));
    words.addAll(List.of(arguments));
    return session.run(words.toArray(String[]::new));
  }

  private void dockerfile(String text) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), text);
  }

  private void assertNoPartialFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("x.tar"))).isEmpty();
    }
  }

  private List<String> ctr(String... arguments) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("ctr", "--address", daemon.containerdSocket().toString(), "--namespace", "buildkit"));
    words.addAll(List.of(arguments));
    List<String> lines = new ArrayList<>();
    assertThat(Command.of(words).run(lines::add)).as(lines.toString()).isZero();
    return lines;
  }
}
