package dev.strake.bridge.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that the frontend image's classes go through, on classes with all that it knows to rewrite. */
class PlainCallSitesTest {

  private static final Path PROGRAM = Path.of("src", "main", "aot", "PlainCallSites.java");

  private Path classes;
  private Path program;

  @BeforeEach
  void compile(@TempDir Path folder) throws IOException {
    classes = Files.createDirectory(folder.resolve("classes"));
    program = Files.createDirectory(folder.resolve("program"));
    Path source = folder.resolve("CallSites.java");
    try (InputStream text = PlainCallSitesTest.class.getResourceAsStream("CallSites.java")) {
      Files.copy(text, source);
    }
    run("javac", "--release", "21", "-d", classes.toString(), source.toString());
    run("javac", "-d", program.toString(), PROGRAM.toString());
  }

  @Test
  void theClassesDoWhatTheyDid() throws Exception {
    List<String> before = answers(classes);
    assertThat(callSites()).anyMatch(line -> line.matches(".*:typeSwitch:.*\\)I")).anyMatch(line -> line.contains("equals"));

    rewrite(classes);

    assertThat(answers(classes)).isEqualTo(before).hasSizeGreaterThan(50).contains("middle", "Nothing[] 0true");
    // A label that is no type, and a lambda, are left to the JVM.
    assertThat(callSites()).noneMatch(line -> line.matches(".*InvokeDynamic #\\d+:(equals|hashCode|toString):.*"));
    assertThat(callSites().stream().filter(line -> line.contains(":typeSwitch:"))).hasSize(2);
    assertThat(callSites()).anyMatch(line -> line.contains(":apply:"));
  }

  @Test
  void aJarIsRewrittenAsAFolderIs(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("classes.jar");
    run("jar", "--create", "--no-compress", "--file", jar.toString(), "-C", classes.toString(), ".");
    List<String> before = answers(jar);

    rewrite(jar);
    byte[] once = Files.readAllBytes(jar);
    rewrite(jar);

    assertThat(answers(jar)).isEqualTo(before);
    rewrite(classes);
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    run("jar", "--extract", "--dir", unpacked.toString(), "--file", jar.toString());
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        assertThat(unpacked.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
    assertThat(Files.readAllBytes(jar)).isEqualTo(once);
  }

  private void rewrite(Path root) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {program.toUri().toURL()})) {
      var main = loader.loadClass("PlainCallSites").getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[] {root.toString()});
    }
  }

  private static List<String> answers(Path root) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()})) {
      List<String> answers = new ArrayList<>();
      for (Object answer : (List<?>) loader.loadClass("CallSites").getMethod("answers").invoke(null)) {
        answers.add((String) answer);
      }
      return answers;
    }
  }

  /** The instructions that the JVM links in its own way. */
  private List<String> callSites() throws IOException {
    List<String> words = new ArrayList<>(List.of("-c", "-p"));
    try (Stream<Path> files = Files.list(classes)) {
      files.forEach(file -> words.add(file.toString()));
    }
    return run("javap", words.toArray(String[]::new)).lines().filter(line -> line.contains("InvokeDynamic")).toList();
  }

  private static String run(String tool, String... arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
    assertThat(exitCode).as(output.toString()).isZero();
    return output.toString();
  }
}
