package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The completions in shells as people have them: zsh with a line to edit, and fish. */
@Timeout(60)
class ShellCompletionIT {

  /** Types a line and tabulators into a zsh until it shows the last word, and prints what it shows. */
  private static final String TYPIST =
      """
      zmodload zsh/zpty
      zpty shell "zsh -f -i"
      zpty -w shell "PS1='> '; autoload -U compinit && compinit -u -D; source $1; print re''ady"
      shown=""
      listen() { sleep 0.1; while zpty -r -t shell part; do shown+=$part; done }
      while [[ $shown != *ready* ]]; do listen; done
      shown=""
      zpty -w -n shell "$2"
      while [[ $shown != *$3* ]]; do zpty -w -n shell $'\\t'; listen; done
      print -r -- "$shown"
      zpty -d shell
      """;

  @TempDir Path folder;

  /** Of each program there is one that can be called: a shell completes no others. */
  @BeforeEach
  void programs() throws IOException {
    program("strake", "");
    program("buildctl", "echo \"--output:asked $*\"\necho \"--oci-layout:a layout\"\n");
  }

  private void program(String name, String body) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path script(String... words) throws IOException {
    TestSession session = TestSession.in(folder);
    assertThat(session.run(words)).as(session.err()).isEqualTo(ExitCode.OK);
    return Files.writeString(folder.resolve("script"), session.out());
  }

  private String run(String... words) throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    String path = folder + ":" + System.getenv("PATH");
    assertThat(Command.of(words).with(Map.of("PATH", path, "TERM", "xterm")).run(said::add)).as("%s", said).isZero();
    return String.join("\n", said);
  }

  private String fish(Path script, String typed) throws Exception {
    return run("fish", "--no-config", "-c", "source " + script + "; complete -C '" + typed + "'");
  }

  /** @param last what is waited for */
  private String zsh(Path script, String typed, String last) throws Exception {
    Path typist = Files.writeString(folder.resolve("typist"), TYPIST);
    return run("timeout", "40", "zsh", "-f", typist.toString(), script.toString(), typed, last);
  }

  @Test
  void fishCompletesOptionsAndCommands() throws Exception {
    Path script = script("completion", "fish");

    assertThat(fish(script, "strake build --no-c").lines().map(line -> line.split("\t")[0]))
        .containsExactly("--no-cache", "--no-cache-filter");
    assertThat(fish(script, "strake dae")).startsWith("daemon\t");
  }

  @Test
  void fishCompletesBuildctlByAskingIt() throws Exception {
    assertThat(fish(script("buildctl", "completion", "fish"), "buildctl build --o"))
        .isEqualTo("--oci-layout\ta layout\n--output\tasked build --o --generate-shell-completion");
  }

  @Test
  void zshCompletesOptions() throws Exception {
    assertThat(zsh(script("completion", "bash"), "strake build --no-c", "--no-cache-filter"))
        .contains("strake build --no-cache", "--no-cache-filter");
  }

  @Test
  void zshCompletesBuildctlByAskingIt() throws Exception {
    assertThat(zsh(script("buildctl", "completion", "zsh"), "buildctl build --o", "generate-shell-completion"))
        .contains("--oci-layout  -- a layout", "--output      -- asked build --o --generate-shell-completion");
  }
}
