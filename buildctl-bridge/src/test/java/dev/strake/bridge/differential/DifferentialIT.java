package dev.strake.bridge.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.cases.DockerfileCase;
import dev.strake.frontend.standin.StandInRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case, and the files of a folder, through the daemon's own {@code dockerfile.v0} and through ours: all that
 * comes out has to be equal, but for what {@code testdata/differential/allowed.txt} lists.
 *
 * <ul>
 *   <li>{@code -Dstrake.corpus=DIR}: compare the Dockerfiles under this folder, too
 *   <li>{@code -Dstrake.corpus.sample=N}: only N of them, always the same; all without it
 *   <li>{@code -Dstrake.cases=TEXT}: only what has this text in its name
 * </ul>
 */
class DifferentialIT {

  private static final String ONLY = System.getProperty("strake.cases", "");
  private static final Optional<Path> CORPUS = Optional.ofNullable(System.getProperty("strake.corpus")).map(Path::of);

  @TempDir private static Path temporary;

  private static final int THREADS = 4;

  private static ExecutorService threads;
  private static StandInRegistry registry;
  private static ReferenceDaemon daemon;
  private static List<Path> corpus = List.of();

  @BeforeAll
  static void start() throws IOException {
    List<Path> all = new ArrayList<>();
    DockerfileCase.all().forEach(each -> all.add(each.folder().resolve("Dockerfile")));
    if (CORPUS.isPresent()) {
      corpus = Subjects.files(CORPUS.get(), Integer.getInteger("strake.corpus.sample", 0));
      all.addAll(corpus);
    }
    threads = Executors.newFixedThreadPool(THREADS);
    registry = StandInRegistry.start(0);
    daemon = ReferenceDaemon.start(Registries.settings(registry.address(), all));
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    if (daemon != null) {
      daemon.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> byDefault() throws IOException {
    return variant(Variant.DEFAULT);
  }

  @TestFactory
  Stream<DynamicTest> forArm64() throws IOException {
    return variant(Variant.ARM64);
  }

  @TestFactory
  Stream<DynamicTest> forThreePlatforms() throws IOException {
    return variant(Variant.THREE_PLATFORMS);
  }

  @TestFactory
  Stream<DynamicTest> withManyOptions() throws IOException {
    return variant(Variant.MANY_OPTIONS);
  }

  private static Stream<DynamicTest> variant(Variant variant) throws IOException {
    AllowedDifferences allowed = AllowedDifferences.read(Path.of("..", "testdata", "differential", "allowed.txt"));
    Map<String, Boolean> equal = new TreeMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (DockerfileCase each : DockerfileCase.all()) {
      add(tests, each.name(), () -> Subjects.copy(each, variant, temporary), variant, allowed, equal);
    }
    for (Path file : corpus) {
      String name = CORPUS.orElseThrow().relativize(file).toString();
      add(tests, name, () -> Subjects.of(CORPUS.orElseThrow(), file, variant, temporary), variant, allowed, equal);
    }
    tests.add(DynamicTest.dynamicTest("no stale entries", () -> finish(variant, allowed, equal)));
    return tests.stream();
  }

  /** The comparison starts at once, beside others: most of its time is waiting for the daemon. */
  private static void add(
      List<DynamicTest> tests,
      String name,
      SubjectSource source,
      Variant variant,
      AllowedDifferences allowed,
      Map<String, Boolean> equal) {
    if (name.contains(ONLY)) {
      Future<Map<String, String>> compared = threads.submit(() -> daemon.differences(source.get()));
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> {
                equal.put(name, false);
                Map<String, String> differences = compared.get();
                equal.put(name, differences.isEmpty());
                differences.keySet().removeIf(aspect -> allowed.allows(variant.name(), name, aspect));
                assertThat(differences).as("%s, %s", variant.name(), name).isEmpty();
              }));
    }
  }

  private static void finish(Variant variant, AllowedDifferences allowed, Map<String, Boolean> equal) {
    long same = equal.values().stream().filter(each -> each).count();
    System.out.println("differential, " + variant.name() + ": " + same + " of " + equal.size() + " equal");
    assertThat(allowed.stale(variant.name(), new TreeSet<>(equal.keySet()))).isEmpty();
  }

  /** Makes a build's folder when its turn comes. */
  @FunctionalInterface
  private interface SubjectSource {
    DockerfileCase get() throws IOException;
  }
}
