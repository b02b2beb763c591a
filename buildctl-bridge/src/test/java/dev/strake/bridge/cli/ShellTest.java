package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion and manual pages. */
class ShellTest {

  @TempDir Path folder;

  private String run(String... words) {
    TestSession session = TestSession.in(folder);
    assertThat(session.run(words)).as(session.err()).isEqualTo(ExitCode.OK);
    return session.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion bash", "buildctl completion bash"})
  void bashReadsItsScripts(String words) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), run(words.split(" ")));
    List<String> said = new ArrayList<>();

    assertThat(Command.of("bash", "-n", script.toString()).run(said::add)).as(said.toString()).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void bashCompletesOptions() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), run("completion", "bash"));
    List<String> said = new ArrayList<>();
    String typed = "source " + script + "; COMP_WORDS=(strake build --no-c); COMP_CWORD=2; _complete_strake 2>/dev/null;"
        + " printf '%s\\n' \"${COMPREPLY[@]}\"";

    assertThat(Command.of("bash", "-c", typed).run(said::add)).isZero();

    assertThat(said).containsExactlyInAnyOrder("--no-cache", "--no-cache-filter");
  }

  @Test
  void bashCompletesBuildctlByAskingIt() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), run("buildctl", "completion", "bash"));
    List<String> said = new ArrayList<>();
    // Stands in for the program: what it is asked is what is shown.
    String typed = "buildctl() { echo \"--$*:x\" | tr ' ' _; }; source " + script
        + "; COMP_WORDS=(buildctl build --o); COMP_CWORD=2; _buildctl; printf '%s\\n' \"${COMPREPLY[@]}\"";

    assertThat(Command.of("bash", "-c", typed.replace("--$*", "$2$1$3")).run(said::add)).isZero();

    assertThat(said).containsExactly("--obuild--generate-shell-completion");
  }

  @Test
  void fishKnowsEveryOption() {
    assertThat(run("completion", "fish").lines())
        .allMatch(line -> line.startsWith("complete -c strake "))
        .anyMatch(line -> line.contains("-n '__fish_seen_subcommand_from build' -s t -l tag -r -d 'A name for"))
        .anyMatch(line -> line.contains("-f -a 'daemon' -d 'Runs a containerd and a buildkitd of Strake\\'s own.'"));
    assertThat(run("buildctl", "completion", "fish")).contains("complete -c buildctl");
  }

  @Test
  void everyCommandHasAPage() throws IOException {
    run("man", "pages");

    try (Stream<Path> pages = Files.list(folder.resolve("pages"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .contains("strake.1", "strake-build.1", "strake-daemon-install.1", "strake-debug-llb.1", "buildctl.1")
          .doesNotContain("strake-buildctl.1");
    }
    assertThat(folder.resolve("pages/strake-build.1")).content()
        .startsWith(".TH STRAKE-BUILD 1\n.SH NAME\nstrake\\-build \\- Builds a Dockerfile.\n")
        .contains(".B \\-t NAME, \\-\\-tag NAME\nA name for the image");
    assertThat(folder.resolve("pages/buildctl.1")).content().contains("buildctl debug dump\\-llb [options]");
  }
}
