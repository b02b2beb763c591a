package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.HostFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is to come of the result, as it is typed. */
class ExportReaderTest {

  @TempDir Path folder;

  @Test
  void outputs() throws Exception {
    assertThat(read("-t a:1 -t b -o type=oci,dest=x.tar"))
        .containsExactly(
            Export.toFile(
                "oci",
                Map.of("name", "docker.io/library/a:1,docker.io/library/b:latest"),
                folder.resolve("x.tar")));
    assertThat(read("-t a:1"))
        .containsExactly(Export.onDaemon("image", Map.of("name", "docker.io/library/a:1")));
    assertThat(read("-o out"))
        .containsExactly(Export.toDirectory("local", Map.of(), folder.resolve("out")));
    assertThat(read("-o type=tar,dest=x.tar -t a"))
        .containsExactly(Export.toFile("tar", Map.of(), folder.resolve("x.tar")));
    assertThat(read("-o type=registry,name=r/a"))
        .containsExactly(Export.onDaemon("image", Map.of("name", "r/a", "push", "true")));
    assertThat(read("-o -").getFirst().destination()).isInstanceOf(Export.Destination.Stream.class);
    assertThat(read("-o type=docker,\"name=a,b\",dest=x"))
        .containsExactly(Export.toFile("docker", Map.of("name", "a,b"), folder.resolve("x")));
  }

  @Test
  void whatCannotBeWrittenToIsRefused() throws Exception {
    Files.createFile(folder.resolve("file"));
    for (String words : List.of("-o file/out", "-o type=oci,dest=file/x.tar", "-o type=oci,tar=false,dest=file")) {
      assertThatThrownBy(() -> read(words))
          .isInstanceOf(HostFailure.class)
          .hasMessageContaining("cannot write to " + folder.resolve("file") + ": not a directory");
    }
  }

  @Test
  void aLayoutInAFolder() throws Exception {
    assertThat(read("-o type=oci,tar=false,dest=x"))
        .containsExactly(Export.toDirectory("oci", Map.of("tar", "false"), folder.resolve("x")));
  }

  @Test
  void pushing() throws Exception {
    Map<String, String> pushed = Map.of("name", "r.example/a:1", "push", "true");
    assertThat(read("--push -t r.example/a:1")).containsExactly(Export.onDaemon("image", pushed));
    assertThat(read("--push -o type=image,name=r.example/a:1")).containsExactly(Export.onDaemon("image", pushed));
    assertThat(read("--push -t r.example/a:1 -o out"))
        .containsExactly(
            Export.toDirectory("local", Map.of(), folder.resolve("out")), Export.onDaemon("image", pushed));
    assertThatThrownBy(() -> read("--push")).isInstanceOf(UsageException.class).hasMessageContaining("no name");
  }

  @Test
  void annotations() throws Exception {
    assertThat(read("-t a:1 --annotation x=1 --annotation index,manifest[linux/amd64]:y=2").getFirst().attributes())
        .containsOnly(
            Map.entry("name", "docker.io/library/a:1"),
            Map.entry("annotation.x", "1"),
            Map.entry("annotation-index.y", "2"),
            Map.entry("annotation-manifest[linux/amd64].y", "2"));
    assertThat(read("-o out --annotation x=1").getFirst().attributes()).isEmpty();
    assertThatThrownBy(() -> read("-t a --annotation layer:x=1")).hasMessageContaining("no place \"layer\"");
  }

  private List<Export> read(String words) throws Exception {
    ResultOptions result = new ResultOptions();
    new CommandLine(result).parseArgs(words.split(" "));
    return new ExportReader(TestSession.in(folder).streams(), folder).read(result, Optional.empty());
  }
}
