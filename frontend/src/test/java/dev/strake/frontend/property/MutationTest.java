package dev.strake.frontend.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.source.Utf8Escapes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No change of a file's bytes or lines crashes the compiler or makes it hang. {@code -Dstrake.corpus=FOLDER} adds a
 * folder's files, {@code -Dstrake.mutants=N} tries N changes of each file instead of two, {@code -Dstrake.seed=N} others.
 */
class MutationTest {

  private static final int MUTANTS = Integer.getInteger("strake.mutants", 2);

  private static final long SEED = Long.getLong("strake.seed", 5);

  /** Whoever needs this for one file hangs: a file takes a millisecond, and the machine may be busy. */
  private static final Duration WATCHDOG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void everyMutantGivesAResultOrARefusal() {
    List<byte[]> files = Corpus.files();
    Mutator mutator = new Mutator(files, SEED);
    Frontend frontend = new Frontend(folder);
    int accepted = 0;
    int refused = 0;
    for (byte[] file : files) {
      for (int i = 0; i < MUTANTS; i++) {
        byte[] mutant = mutator.mutate(file);
        Map<String, String> options = Frontend.CALLS.get((accepted + refused) % Frontend.CALLS.size());
        if (call(frontend, mutant, options).accepted()) {
          accepted++;
        } else {
          refused++;
        }
      }
    }
    // Both ways were gone often, so the changes are neither too many nor too few.
    assertThat(accepted).isGreaterThan(files.size() / 4);
    assertThat(refused).isGreaterThan(files.size() / 4);
  }

  private static Frontend.Outcome call(Frontend frontend, byte[] mutant, Map<String, String> options) {
    try {
      return Assertions.assertTimeoutPreemptively(WATCHDOG, () -> frontend.call(mutant, options));
    } catch (Throwable finding) {
      throw new AssertionError(
          "with " + options + ", seed " + SEED + ":\n" + Utf8Escapes.decode(mutant), finding);
    }
  }
}
