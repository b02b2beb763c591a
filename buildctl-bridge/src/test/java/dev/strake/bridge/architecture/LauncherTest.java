package dev.strake.bridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a tree and with a JDK that do nothing: which programs it starts, and what it leaves. */
@Timeout(120)
class LauncherTest {

  /** Says how it was started, and waits where a pipe of its task's name is. */
  private static final String JAVA =
      """
      #!/bin/sh
      task=command
      for word in "$@"; do
        case $word in
          -XX:AOTCacheOutput=*) task=training; : >"${word#*=}" ;;
          *.java) exit 0 ;;
        esac
      done
      [ $task = training ] || echo "$0 $*"
      [ ! -p "$PIPES/$task" ] || { : >"$PIPES/$task.waits"; read -r go <"$PIPES/$task"; }
      """;

  private static final String JLINK =
      """
      #!/bin/sh
      while [ "$1" != --output ]; do shift; done
      mkdir -p "$2/bin" "$2/conf" "$2/lib"
      cp "${0%/*}/java" "$2/bin/java"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo build >>builds
      echo jar >buildctl-bridge/target/strake.jar
      """;

  @TempDir Path folder;
  private Path tree;
  private Path source;
  private Process waiting;

  @BeforeEach
  void makeTree() throws Exception {
    tree = Files.createDirectories(folder.resolve("a tree"));
    Files.copy(Path.of("..", "strake"), tree.resolve("strake"));
    script(tree.resolve("mvnw"), MAVEN);
    Files.createDirectories(tree.resolve("buildctl-bridge/target/lib"));
    source = tree.resolve("llb/src/main/java/Some.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.writeString(tree.resolve("llb/src/main/java/Other.java"), "");
    Path jdk = folder.resolve("jdk-25");
    for (String part : List.of("bin", "conf/security", "lib/security")) {
      Files.createDirectories(jdk.resolve(part));
    }
    Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25+1\"\nJAVA_VERSION=\"25\"\n");
    Files.writeString(jdk.resolve("conf/security/java.security"), "# nothing\n");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(jdk.resolve("bin/jlink"), JLINK);
    old(tree);
    old(jdk);
  }

  @AfterEach
  void end() {
    if (waiting != null) {
      kill(waiting);
    }
  }

  @Test
  void aSourceThatIsTakenAwayHasTheJarsBuiltAnew() throws Exception {
    run();
    run();
    assertThat(builds()).isEqualTo(1);
    Files.delete(source);
    run();
    assertThat(builds()).isEqualTo(2);
    run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aCommandKeepsTheRuntimeThatItRunsFrom() throws Exception {
    run();
    Path runtime = runtimeOf(run());
    pipe("command");
    waiting = start();
    awaitFile("command.waits");
    Files.delete(folder.resolve("command"));
    Files.writeString(source, "changed");
    assertThat(runtimeOf(run())).isNotEqualTo(runtime);
    assertThat(runtime).exists();
    kill(waiting);
    Files.writeString(source, "changed again");
    run();
    assertThat(runtime).doesNotExist();
  }

  @Test
  void aTrainingThatIsKilledKeepsNobodyFromTheNext() throws Exception {
    run();
    pipe("training");
    // As a build without the launcher leaves it: the next start trains when it is over.
    Files.writeString(tree.resolve("buildctl-bridge/target/strake.jar"), "another");
    run();
    awaitFile("training.waits");
    ProcessHandle java = training();
    ProcessHandle launcher = java.parent().orElseThrow();
    List.of(launcher, java).forEach(ProcessHandle::destroyForcibly);
    List.of(launcher, java).forEach(process -> process.onExit().join());
    Files.delete(folder.resolve("training"));
    while (!run().contains(" -m strake.client/")) {
      Thread.sleep(100);
    }
    assertThat(builds()).isEqualTo(1);
  }

  private ProcessHandle training() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().filter(this::isTraining).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private boolean isTraining(String commandLine) {
    return commandLine.contains(tree.toString()) && commandLine.contains("-XX:AOTCacheOutput");
  }

  /** The program that has run the command, which is not the JDK's own. */
  private Path runtimeOf(String output) {
    String program = output.substring(0, output.indexOf(" -XX"));
    assertThat(output).startsWith(tree.toString()).contains("/runtime/bin/java").contains(" -m strake.client/");
    return Path.of(program);
  }

  private String run() throws Exception {
    Process process = start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(tree.resolve("strake").toString(), "--version");
    builder.environment().put("STRAKE_JAVA_HOME", folder.resolve("jdk-25").toString());
    builder.environment().put("PIPES", folder.toString());
    builder.environment().remove("STRAKE_NO_CACHE");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void kill(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    family.forEach(member -> member.onExit().join());
  }

  private void pipe(String name) throws Exception {
    new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor(20, TimeUnit.SECONDS);
  }

  private void awaitFile(String name) throws InterruptedException {
    while (!Files.exists(folder.resolve(name))) {
      Thread.sleep(5);
    }
  }

  private long builds() throws IOException {
    return Files.readAllLines(tree.resolve("builds")).size();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** As if nobody had touched it for an hour. */
  private static void old(Path root) throws IOException {
    FileTime before = FileTime.from(Instant.now().minusSeconds(3600));
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, before);
      }
    }
  }
}
