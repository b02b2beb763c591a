package dev.strake.frontend.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.property.Corpus;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What does not change what is built does not change the ops' digests; nor does compiling on several threads. {@code
 * -Dstrake.corpus=FOLDER} tries a folder's files, too.
 */
class SameGraphTest {

  private static final long SEED = 4;

  private static final int THREADS = 8;

  /** In these files a comment, a stage or the very first character means something. */
  private static final Set<String> SENSITIVE = Set.of("TARGETSTAGE", "check=", "\ufeff");

  @TempDir private static Path temporary;

  @TestFactory
  Stream<DynamicTest> rewritten() {
    return cases().stream()
        .filter(each -> !each.options().containsKey("filename"))
        .filter(each -> SENSITIVE.stream().noneMatch(text(each)::contains))
        .filter(each -> CaseRun.of(each).failure().isEmpty())
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkRewritten(each)));
  }

  @Test
  void compiledInParallel() throws Exception {
    List<DockerfileCase> cases = cases();
    List<String> alone = new ArrayList<>();
    for (DockerfileCase each : cases) {
      alone.add(outcome(each));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<String>> tasks = cases.stream().<Callable<String>>map(each -> () -> outcome(each)).toList();
      List<String> together = new ArrayList<>();
      for (Future<String> each : threads.invokeAll(tasks)) {
        together.add(each.get());
      }
      assertThat(together).isEqualTo(alone);
    }
  }

  /** The cases of the repository, and one for each file of the folder. */
  private static List<DockerfileCase> cases() {
    List<DockerfileCase> cases = new ArrayList<>(DockerfileCase.all());
    for (Path file : Corpus.folder()) {
      Path folder = temporary.resolve("corpus").resolve(Integer.toString(cases.size()));
      try {
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve("Dockerfile"), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      cases.add(new DockerfileCase("corpus/" + file.getFileName(), folder, Map.of()));
    }
    return cases;
  }

  private static void checkRewritten(DockerfileCase aCase) throws IOException {
    Set<String> expected = digests(CaseRun.of(aCase));
    Dockerfile file =
        AstBuilder.parse(SourceFile.of("Dockerfile", text(aCase)), SyntaxLimits.DEFAULT, new DiagnosticSink());
    Random random = new Random(SEED);
    for (Rewriting rewriting : Rewriting.values()) {
      String rewritten = rewriting.apply(file, random);
      assertThat(digests(CaseRun.of(aCase, locals(aCase, rewritten))))
          .as("%s:\n%s", rewriting, rewritten)
          .isEqualTo(expected);
    }
  }

  private static Map<String, Path> locals(DockerfileCase aCase, String text) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "rewritten");
    Files.write(folder.resolve("Dockerfile"), Utf8Escapes.encode(text));
    Path ignore = aCase.folder().resolve("Dockerfile.dockerignore");
    if (Files.exists(ignore)) {
      Files.copy(ignore, folder.resolve("Dockerfile.dockerignore"));
    }
    Map<String, Path> locals = new HashMap<>(aCase.locals());
    locals.put("dockerfile", folder);
    return locals;
  }

  private static Set<String> digests(CaseRun run) {
    assertThat(run.failure()).isEmpty();
    Set<String> digests = new TreeSet<>();
    for (Definition graph : run.graphs().values()) {
      graph.ops().stream().map(MarshalledOp::digest).forEach(digests::add);
    }
    return digests;
  }

  private static String outcome(DockerfileCase aCase) {
    CaseRun run = CaseRun.of(aCase);
    StringBuilder out = new StringBuilder(run.failure());
    run.graphs()
        .forEach(
            (platform, graph) ->
                out.append(platform).append(new String(graph.toBytes(), StandardCharsets.ISO_8859_1)));
    return out.append(run.configs()).append(run.diagnostics().size()).toString();
  }

  private static String text(DockerfileCase aCase) {
    try {
      return Utf8Escapes.decode(Files.readAllBytes(aCase.folder().resolve("Dockerfile")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
