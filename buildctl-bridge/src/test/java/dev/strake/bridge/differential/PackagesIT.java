package dev.strake.bridge.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.calls.ReferencePackages;
import dev.strake.frontend.generated.GeneratedBuild;
import dev.strake.frontend.property.Corpus;
import dev.strake.frontend.property.Mutator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many files through the reference's packages and through ours, without a daemon: what takes the live comparison an hour
 * takes minutes here. The live one has what a daemon adds; here are the numbers.
 *
 * <ul>
 *   <li>{@code -Dstrake.corpus=DIR}: files under this folder in all variants, too
 *   <li>{@code -Dstrake.packages.sample=N}, {@code -Dstrake.packages.mutants=N}, {@code -Dstrake.packages.generated=N}:
 *       how many of the folder's files (0 for all), and how many changed and generated ones
 *   <li>{@code -Dstrake.seed=N}: what these come from
 * </ul>
 */
class PackagesIT {

  private static final long SEED = Long.getLong("strake.seed", 20_261_126);
  private static final int MUTANTS = Integer.getInteger("strake.packages.mutants", 300);
  private static final int SAMPLE = Integer.getInteger("strake.packages.sample", 300);
  private static final int GENERATED = Integer.getInteger("strake.packages.generated", 300);
  private static final Optional<Path> CORPUS = Optional.ofNullable(System.getProperty("strake.corpus")).map(Path::of);

  private static final Variant WINDOWS =
      new Variant("windows", Map.of("platform", "windows/amd64"), List.of(), Set.of());

  private static final List<Variant> VARIANTS =
      List.of(
          Variant.DEFAULT,
          Variant.ARM64,
          Variant.THREE_PLATFORMS,
          Variant.MANY_OPTIONS,
          Variant.OLDER_DAEMON,
          WINDOWS);

  @TempDir private static Path temporary;

  private static ReferencePackages reference;
  private static PackagesComparison comparison;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path executable = ReferenceProgram.compile(Path.of("..", "testdata", "calls", "reference"), temporary);
    reference = new ReferencePackages(executable, temporary);
    comparison = new PackagesComparison(reference);
    System.out.println("packages: seed " + SEED);
  }

  @AfterAll
  static void stop() {
    if (reference != null) {
      reference.close();
    }
  }

  @Test
  void mutants() throws IOException {
    List<byte[]> files = Corpus.files();
    Mutator mutator = new Mutator(files, SEED);
    Random random = new Random(SEED);
    Findings findings = new Findings();
    for (int i = 0; i < MUTANTS; i++) {
      byte[] file = files.get(random.nextInt(files.size()));
      findings.compare("mutant " + i, mutator.mutate(file), VARIANTS.get(i % VARIANTS.size()), Map.of());
    }
    findings.check();
  }

  @Test
  void generated() throws IOException {
    Findings findings = new Findings();
    for (int i = 0; i < GENERATED; i++) {
      String name = "generated/packages-" + SEED + "-" + i;
      GeneratedBuild build = GeneratedBuild.of(name);
      findings.compare(
          name,
          build.dockerfile().getBytes(UTF_8),
          VARIANTS.get(i % VARIANTS.size()).ignoring(build.ignored()),
          build.options());
    }
    findings.check();
  }

  @Test
  void folder() throws IOException {
    Findings findings = new Findings();
    for (Path file : Subjects.sample(corpus(), SAMPLE, SEED)) {
      for (Variant variant : VARIANTS) {
        findings.compare(CORPUS.orElseThrow().relativize(file).toString(), Files.readAllBytes(file), variant, Map.of());
      }
    }
    findings.check();
  }

  private static List<Path> corpus() throws IOException {
    return CORPUS.isEmpty() ? List.of() : Subjects.files(CORPUS.get());
  }

  /** What was different, and how much was compared. */
  private static final class Findings {

    private final Map<String, Map<String, String>> different = new TreeMap<>();
    private final AllowedDifferences allowed =
        AllowedDifferences.read(Path.of("..", "testdata", "differential", "allowed.txt"));
    private final Map<String, Integer> panics = new TreeMap<>();
    private int compared;

    private Findings() throws IOException {}

    void compare(String name, byte[] file, Variant variant, Map<String, String> options) throws IOException {
      Map<String, String> found = new TreeMap<>(comparison.differences(file, variant, options));
      compared++;
      // A crash of the reference is no answer to compare with.
      found.entrySet().removeIf(
          each -> {
            boolean panic = ReferenceDaemon.isCrash(each.getKey());
            if (panic) {
              String words = each.getValue().lines().findFirst().orElse("");
              panics.merge(each.getKey().replace(Side.CRASH, words), 1, Integer::sum);
            }
            return panic;
          });
      found.keySet().removeIf(aspect -> allowed.allows(variant.name(), name, aspect));
      if (!found.isEmpty()) {
        found.put("file", new String(file, UTF_8));
        different.put(variant.name() + ", " + name, found);
      }
    }

    void check() {
      System.out.println(
          "packages: " + compared + " compared, " + different.size() + " different, panics of the reference " + panics);
      assertThat(different).isEmpty();
    }
  }
}
