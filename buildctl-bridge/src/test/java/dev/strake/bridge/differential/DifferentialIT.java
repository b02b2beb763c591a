package dev.strake.bridge.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import dev.strake.frontend.cases.DockerfileCase;
import dev.strake.frontend.standin.StandInRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
 * Every case, files that a seed gives, and the files of a folder, through the daemon's own {@code dockerfile.v0} and
 * through ours: all that comes out has to be equal, but for what {@code testdata/differential/allowed.txt} lists.
 *
 * <ul>
 *   <li>{@code -Dstrake.corpus=DIR}: compare the Dockerfiles under this folder, too
 *   <li>{@code -Dstrake.sample=N}: how many cases the variants beside the first have, and how many files of the folder
 *       all have; 0 for all
 *   <li>{@code -Dstrake.generated=N}: how many generated files each variant has
 *   <li>{@code -Dstrake.seed=N}: what the samples and the generated files come from
 *   <li>{@code -Dstrake.cases=TEXT}: only what has this text in its name
 * </ul>
 */
class DifferentialIT {

  private static final String ONLY = System.getProperty("strake.cases", "");
  private static final Optional<Path> CORPUS = Optional.ofNullable(System.getProperty("strake.corpus")).map(Path::of);
  private static final long SEED = Long.getLong("strake.seed", 20_261_123);
  private static final int SAMPLE = Integer.getInteger("strake.sample", 120);
  private static final int GENERATED = Integer.getInteger("strake.generated", 60);

  @TempDir private static Path temporary;

  private static final int THREADS = 4;

  private static final String GENERATED_NAME = "generated/";

  private static ExecutorService threads;
  private static StandInRegistry registry;
  private static ReferenceDaemon daemon;
  private static List<Path> corpus = List.of();

  @BeforeAll
  static void start() throws IOException {
    List<Path> all = new ArrayList<>();
    DockerfileCase.all().forEach(each -> all.add(each.folder().resolve("Dockerfile")));
    if (CORPUS.isPresent()) {
      corpus = Subjects.files(CORPUS.get());
      all.addAll(corpus);
    }
    threads = Executors.newFixedThreadPool(THREADS);
    registry = StandInRegistry.start(0);
    daemon =
        ReferenceDaemon.start(
            Registries.settings(registry.address(), all), Suppliers.memoize(DifferentialIT::referenceProgram));
    System.out.println("differential: seed " + SEED);
  }

  private static Path referenceProgram() {
    try {
      return ReferenceProgram.compile(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
    return variant(Variant.DEFAULT, 0);
  }

  @TestFactory
  Stream<DynamicTest> forArm64() throws IOException {
    return variant(Variant.ARM64, SAMPLE);
  }

  @TestFactory
  Stream<DynamicTest> forThreePlatforms() throws IOException {
    return variant(Variant.THREE_PLATFORMS, SAMPLE);
  }

  @TestFactory
  Stream<DynamicTest> withManyOptions() throws IOException {
    return variant(Variant.MANY_OPTIONS, SAMPLE);
  }

  @TestFactory
  Stream<DynamicTest> onAnOlderDaemon() throws IOException {
    return variant(Variant.OLDER_DAEMON, SAMPLE);
  }

  /** What is compared: the folder of its build is made when its turn comes. */
  private record Subject(String name, Callable<DockerfileCase> build) {}

  private static Stream<DynamicTest> variant(Variant variant, int sample) throws IOException {
    AllowedDifferences allowed = AllowedDifferences.read(Path.of("..", "testdata", "differential", "allowed.txt"));
    Map<String, Boolean> equal = new TreeMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (Subject subject : subjects(variant, sample)) {
      if (subject.name.contains(ONLY)) {
        tests.add(test(subject, variant, allowed, equal));
      }
    }
    tests.add(DynamicTest.dynamicTest("no stale entries", () -> finish(variant, allowed, equal)));
    return tests.stream();
  }

  private static List<Subject> subjects(Variant variant, int sample) {
    List<Subject> subjects = new ArrayList<>();
    for (DockerfileCase each : Subjects.sample(DockerfileCase.all(), sample, SEED)) {
      subjects.add(new Subject(each.name(), () -> Subjects.copy(each, variant, temporary)));
    }
    for (Path file : Subjects.sample(corpus, SAMPLE, SEED)) {
      Path root = CORPUS.orElseThrow();
      subjects.add(new Subject(root.relativize(file).toString(), () -> Subjects.of(root, file, variant, temporary)));
    }
    for (int i = 0; i < GENERATED; i++) {
      String name = GENERATED_NAME + SEED + "-" + variant.name() + "-" + i;
      subjects.add(new Subject(name, () -> Subjects.generated(name, variant, temporary)));
    }
    return subjects;
  }

  /** The comparison starts at once, beside others: most of its time is waiting for the daemon. */
  private static DynamicTest test(
      Subject subject, Variant variant, AllowedDifferences allowed, Map<String, Boolean> equal) {
    Future<Map<String, String>> compared =
        threads.submit(() -> daemon.differences(subject.build.call(), variant.missing()));
    return DynamicTest.dynamicTest(
        subject.name,
        () -> {
          equal.put(subject.name, false);
          Map<String, String> differences = compared.get();
          equal.put(subject.name, differences.isEmpty());
          differences.keySet().removeIf(aspect -> allowed.allows(variant.name(), subject.name, aspect));
          leaveOutCrashes(subject, differences);
          assertThat(differences).as("%s, %s", variant.name(), subject.name).isEmpty();
        });
  }

  /** A crash of the reference is no answer to compare with; a file of the repository or a folder has an entry for it. */
  private static void leaveOutCrashes(Subject subject, Map<String, String> differences) {
    if (subject.name.startsWith(GENERATED_NAME)) {
      differences.keySet().stream()
          .filter(ReferenceDaemon::isCrash)
          .forEach(run -> System.out.println("differential: left out: " + subject.name + " " + run));
      differences.keySet().removeIf(ReferenceDaemon::isCrash);
    }
  }

  private static void finish(Variant variant, AllowedDifferences allowed, Map<String, Boolean> equal) {
    long same = equal.values().stream().filter(each -> each).count();
    System.out.println("differential, " + variant.name() + ": " + same + " of " + equal.size() + " equal");
    assertThat(allowed.stale(variant.name(), new TreeSet<>(equal.keySet()))).isEmpty();
  }
}
