package dev.strake.frontend;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files per CPU second and bytes allocated per file, over the whole corpus, hot, in one thread: the counterpart of
 * {@code testdata/benchmarks/reference}. {@code testdata/benchmarks/against-reference} runs both by turns.
 *
 * <p>CPU time is the whole process's, so the compiler threads' and the collector's too, as Go's collector counts there.
 */
public final class CorpusThroughput {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  // Less, and the JVM's compiler still works on what is measured.
  private static final double WARM_UP_SECONDS = 30;

  private CorpusThroughput() {}

  /** Takes {@code parse} or {@code compile}, and the CPU seconds to measure; three times as many, at least, warm up. */
  public static void main(String[] args) throws IOException {
    Predicate<byte[]> work =
        switch (args[0]) {
          case "parse" -> BenchmarkCompiler::parse;
          case "compile" -> file -> BenchmarkCompiler.compile(file).isPresent();
          default -> throw new IllegalArgumentException("parse or compile, not " + args[0]);
        };
    double seconds = Double.parseDouble(args[1]);
    List<byte[]> files = CorpusFiles.read("all");
    rounds(work, files, Math.max(WARM_UP_SECONDS, 3 * seconds));
    long bytes = THREADS.getTotalThreadAllocatedBytes();
    long cpu = PROCESS.getProcessCpuTime();
    Done done = rounds(work, files, seconds);
    cpu = PROCESS.getProcessCpuTime() - cpu;
    bytes = THREADS.getTotalThreadAllocatedBytes() - bytes;
    System.out.printf(
        "%.0f files per CPU second, %.1f KiB allocated per file, %d files of which %.1f%% refused%n",
        done.files / (cpu / 1e9), bytes / 1024.0 / done.files, done.files, 100.0 * done.refused / done.files);
  }

  private record Done(long files, long refused) {}

  private static Done rounds(Predicate<byte[]> work, List<byte[]> files, double seconds) {
    // CPU time, for on a busy machine little is done in a second of another kind.
    long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
    long done = 0;
    long refused = 0;
    do {
      for (byte[] file : files) {
        done++;
        if (!work.test(file)) {
          refused++;
        }
      }
    } while (THREADS.getCurrentThreadCpuTime() < end);
    return new Done(done, refused);
  }
}
