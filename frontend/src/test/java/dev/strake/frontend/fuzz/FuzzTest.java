package dev.strake.frontend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.property.Corpus;
import dev.strake.frontend.property.Frontend;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has Jazzer try the frontend for {@code -Dstrake.fuzz.seconds=N} seconds (20 of its own accord), beginning with the
 * files of all cases and those of {@code -Dstrake.corpus=FOLDER}. {@code -Dstrake.fuzz.seed=N} takes another way than the
 * usual one, and {@code -Dstrake.fuzz.corpus=FOLDER} keeps what reaches new code for the next run. A finding is written
 * to {@code target/fuzz}, to be given to {@link DockerfileFuzzer} again.
 */
class FuzzTest {

  private static final int SECONDS = Integer.getInteger("strake.fuzz.seconds", 20);
  private static final int SEED = Integer.getInteger("strake.fuzz.seed", 1);
  private static final Path FINDINGS = Path.of("target", "fuzz").toAbsolutePath();
  private static final Pattern RUNS = Pattern.compile("(?m)^Done (\\d+) runs in");

  /** Reading all seeds comes on top of the time, and the machine may be busy. */
  private static final int WATCHDOG_SECONDS = 600;

  @TempDir Path folder;

  @Test
  void nothingIsFound() throws Exception {
    Path output = folder.resolve("output");
    Process run = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = run.waitFor(SECONDS + WATCHDOG_SECONDS, TimeUnit.SECONDS);
    run.destroyForcibly().waitFor();
    String text = Files.readString(output);
    assertThat(ended).as(text).isTrue();
    assertThat(run.exitValue()).as(text).isZero();
    Matcher runs = RUNS.matcher(text);
    assertThat(runs.find()).as(text).isTrue();
    // The seeds at the least were tried.
    assertThat(Integer.parseInt(runs.group(1))).as(text).isGreaterThan(Corpus.files().size() / 2);
  }

  private List<String> command() throws IOException {
    Path kept = Path.of(System.getProperty("strake.fuzz.corpus", folder.resolve("kept").toString()));
    Files.createDirectories(kept);
    Files.createDirectories(FINDINGS);
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+EnableDynamicAgentLoading",
        "-Xmx1g",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + DockerfileFuzzer.class.getName(),
        "--instrumentation_includes=dev.strake.**",
        "--custom_hook_includes=dev.strake.**",
        // Generated, and much of it: it would take longer than all of the rest.
        "--instrumentation_excludes=dev.strake.llb.pb.**",
        "--reproducer_path=" + FINDINGS,
        "-artifact_prefix=" + FINDINGS + "/",
        "-dict=" + dictionary(),
        "-max_total_time=" + SECONDS,
        "-max_len=4096",
        "-timeout=60",
        "-seed=" + SEED,
        kept.toString(),
        seeds().toString());
  }

  /** Each file once, the ways to ask by turns. */
  private Path seeds() throws IOException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    List<byte[]> files = Corpus.files();
    for (int i = 0; i < files.size(); i++) {
      ByteArrayOutputStream seed = new ByteArrayOutputStream();
      seed.write(i % Frontend.CALLS.size());
      seed.writeBytes(files.get(i));
      Files.write(seeds.resolve(Integer.toString(i)), seed.toByteArray());
    }
    return seeds;
  }

  private Path dictionary() throws IOException {
    List<String> words =
        List.of(
            "FROM ", "RUN ", "COPY ", "ADD ", "ARG ", "ENV ", "LABEL ", "ONBUILD ", "HEALTHCHECK ", "EXPOSE ", "SHELL ",
            "--mount=type=", "cache,", "secret,", "target=", "--from=", "--chmod=", "--parents ", "--link ", "<<EOF",
            "<<-", "# check=", "# escape=`", "# syntax=", "${", ":-", "##", "%%", "//", " AS ", "scratch", "https://");
    List<String> lines = new ArrayList<>();
    words.forEach(word -> lines.add("\"" + word + "\""));
    return Files.write(folder.resolve("dictionary"), lines);
  }
}
